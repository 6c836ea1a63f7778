using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Pages.Desk;

/// <summary>The selected instrument's day and facts.</summary>
public sealed partial class InstrumentCard
{
    [Parameter, EditorRequired] public InstrumentLabel Instrument { get; set; } = null!;

    protected override Quote? ReadSlice()
    {
        var all = Desk.Current.Quotes.All;
        return Instrument.Id.Index < all.Count ? all[Instrument.Id.Index] : null;
    }

    private decimal? Change => Slice is { Last: { } last, PreviousClose: { } close } ? last.Rupees - close.Rupees : null;

    private string LastTick() => Slice is { Last: not null, Time: var time } && time != default
        ? $"{OtherDay(time)}{Labels.Clock(time)} IST"
        : IndianNumbers.Nothing;

    /// <summary>A price of another day says so, for its time alone would read as today's.</summary>
    private string OtherDay(Instant time) => time.IndiaDate == Desk.Current.Market.MarketTime.IndiaDate ? "" : $"{Labels.Date(time)}, ";
}
