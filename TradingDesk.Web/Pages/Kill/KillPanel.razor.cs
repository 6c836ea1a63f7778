using TradingDesk.Engine.Observation.Safety;

namespace TradingDesk.Web.Pages.Kill;

/// <summary>The kill switches that are latched with their reports, and the way to latch one.</summary>
public sealed partial class KillPanel
{
    private bool IsLatched => Slice is { Count: > 0 };

    protected override IReadOnlyList<KillView>? ReadSlice() => Desk.Current.Kills;
}
