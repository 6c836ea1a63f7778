using TradingDesk.Engine.Primitives;

namespace TradingDesk.Web.Pages.Strategies;

/// <summary>One part of the results of a shadow and its leader.</summary>
public sealed record PairLine(string Name, string Meaning, Money Leader, Money Shadow)
{
    public Money Difference => Shadow - Leader;
}
