using TradingDesk.Engine.Primitives;

namespace TradingDesk.Web.Pages.Risk;

/// <summary>How often an account's intents were refused for one reason.</summary>
public sealed record RefusalCount(string Account, string Sentence, int Count, Instant Last);
