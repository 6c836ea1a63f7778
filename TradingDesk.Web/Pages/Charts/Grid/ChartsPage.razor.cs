using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Controls;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Desk;

namespace TradingDesk.Web.Pages.Charts.Grid;

/// <summary>One, two or four charts beside each other, with one symbol or one interval if the person wants it so.</summary>
public sealed partial class ChartsPage(Choices choices)
{
    private const string KeptUnder = "charts";

    private static readonly Segment<int>[] _counts =
        [.. ChartsChoice.Counts.Select(count => new Segment<int>(count, IndianNumbers.Whole(count)))];

    private static readonly Segment<ChartsLink>[] _links =
    [
        new(ChartsLink.Symbol, "Symbol", "Another symbol on one chart goes to all"),
        new(ChartsLink.Interval, "Interval", "Another interval on one chart goes to all"),
        new(ChartsLink.None, "Nothing", "Each chart has its own symbol and interval"),
    ];

    private ChartsChoice _choice = ChartsChoice.First("");
    private int _shown;
    private int _named;

    protected override QuoteBoard? ReadSlice() => Desk.Current.Quotes;

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _choice = ChartsChoice.Parse(choices.Of(KeptUnder)) ?? _choice;
    }

    // The page itself needs only the names, which do not change with every price.
    protected override Task SliceChangedAsync()
    {
        if (_named == Slice!.All.Count) return Task.CompletedTask;
        _named = Slice.All.Count;
        return base.SliceChangedAsync();
    }

    private Segment<int>[] Shown(ChartsChoice choice) =>
    [
        .. choice.Slots.Take(choice.Count).Select((slot, place) =>
            new Segment<int>(place, $"{Labels.ShortName(InstrumentOf(slot))} {TimeframeOf(slot).Label}")),
    ];

    /// <summary>The first instrument in the place of one the desk does not follow.</summary>
    private InstrumentLabel InstrumentOf(ChartSlot slot) =>
        (Slice!.All.FirstOrDefault(quote => quote.Instrument.Key == slot.Instrument) ?? Slice.All[0]).Instrument;

    /// <summary>The minute in the place of a timeframe the desk does not build, or whatever it builds.</summary>
    private Timeframe TimeframeOf(ChartSlot slot)
    {
        var (wanted, built) = (new Timeframe(slot.Seconds), Desk.Current.Layout.Timeframes);
        if (built.Contains(wanted) || built.Count == 0) return wanted;
        return built.Contains(Timeframe.Minute) ? Timeframe.Minute : built[0];
    }

    private void Count(int count)
    {
        _shown = Math.Min(_shown, count - 1);
        Choose(_choice with { Count = count });
    }

    private void Choose(int place, Func<ChartSlot, ChartSlot> change)
    {
        // What stands in the place of an unknown instrument is what the person sees and means.
        var slot = _choice.Slots[place];
        var seen = slot with { Instrument = InstrumentOf(slot).Key, Seconds = TimeframeOf(slot).Seconds };
        Choose(_choice.With(place, change(seen)));
    }

    private void Choose(ChartsChoice choice)
    {
        _choice = choice;
        choices.Keep(KeptUnder, choice.ToText());
    }
}
