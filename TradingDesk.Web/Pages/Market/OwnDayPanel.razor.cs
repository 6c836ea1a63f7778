using System.Globalization;
using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Days;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Web.Pages.Market;

/// <summary>An instrument's day by the calendar this desk runs on: its hours and how many candles they make.</summary>
public sealed partial class OwnDayPanel(IDeskView desk) : ComponentBase
{
    private int _instrument;

    [Parameter, EditorRequired] public DateOnly Date { get; set; }

    private IReadOnlyList<InstrumentLabel> Instruments => [.. desk.Current.Quotes.All.Select(quote => quote.Instrument)];

    private MarketDay? Own => _instrument < desk.Current.Quotes.All.Count ? desk.ReadDay(new InstrumentId(_instrument), Date) : null;

    private void Choose(ChangeEventArgs chosen)
    {
        if (int.TryParse(chosen.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var index)) _instrument = index;
    }
}
