using TradingDesk.Engine.Observation.Risks;

namespace TradingDesk.Web.Pages.Risk;

/// <summary>What each account and run may risk, how much of it is used, what was refused, and the kill switch.</summary>
public sealed partial class RiskPage
{
    private const int RowsOfTall = 3;

    protected override IReadOnlyList<RiskView>? ReadSlice() => Desk.Current.Risks;

    /// <summary>
    /// Cards stand in two columns, those with limits three rows tall, the others one: the refusals take what the shorter column lacks,
    /// or a row of their own below both.
    /// </summary>
    private string PlaceOfRefusals
    {
        get
        {
            var (tall, low) = (Slice!.Count(view => view.HasLimits), Slice!.Count(view => !view.HasLimits));
            var beside = tall % 2 * RowsOfTall;
            var lacking = low <= beside ? beside - low : (low - beside) % 2;
            return lacking switch { 0 => "whole", 1 => "", 2 => "span-2", _ => "span-3" };
        }
    }
}
