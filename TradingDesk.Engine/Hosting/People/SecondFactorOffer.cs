using TradingDesk.Engine.People;

namespace TradingDesk.Engine.Hosting.People;

/// <summary>A secret for an authenticator app, as text and as the address that such an app reads; empty where it was refused.</summary>
public sealed record SecondFactorOffer(PeopleAnswer Answer, string Secret, string Address);
