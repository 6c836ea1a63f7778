using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Pages.Desk;

namespace TradingDesk.Web.Pages.Positions;

/// <summary>How long the desk leaves an intraday position alone, by the market's clock.</summary>
public sealed partial class SquareOffSign
{
    private const long NearNanos = 15 * 60 * Instant.NanosPerSecond;

    [Parameter, EditorRequired] public Instant At { get; set; }

    private long Left => At - Slice!.MarketTime;

    private bool IsNear => Left < NearNanos;

    private string Text => Left <= 0 ? "squaring off" : Labels.Countdown(Left);

    private string Title => $"The desk leaves this intraday position at {Labels.Clock(At)} IST by itself.";

    protected override MarketStatus? ReadSlice() => Desk.Current.Market;
}
