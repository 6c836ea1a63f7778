using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Indicators;

namespace TradingDesk.Web.Pages.Indicators;

/// <summary>How the page names the scope of a list, and what the desk calls an instrument there.</summary>
internal static class ScopeWords
{
    public const string DeskWide = "Whole desk";

    public static string Name(string scope) => scope.Length == 0 ? DeskWide : scope;

    /// <summary>Whose list it is, in the middle of a sentence.</summary>
    public static string Whose(ScopedIndicators list) => list.IsDeskWide ? "the whole desk's list" : $"the list of {list.Scope}";

    /// <summary>The scope of an instrument, which is its full name.</summary>
    public static string Of(InstrumentLabel instrument) => $"{instrument.Exchange}:{instrument.Symbol}";
}
