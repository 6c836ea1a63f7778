using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.People;

/// <summary>A place somebody is signed in at, as its owner and administrators see it.</summary>
public sealed record SessionView(long Number, string Person, Instant Began, Instant Active, string From, string Browser);
