using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Chart;
using TradingDesk.Web.Pages.Desk;
using TradingDesk.Web.Pages.Indicators;

namespace TradingDesk.Web.Pages.Charts;

/// <summary>Whose candles a chart shows: an instrument and a timeframe.</summary>
public sealed record ChartSubject(InstrumentLabel Instrument, Timeframe Timeframe)
{
    /// <summary>As the desk names the instrument in the scope of a list: one symbol can trade on two exchanges.</summary>
    public string FullName => ScopeWords.Of(Instrument);

    private bool HasVolume => InstrumentGroups.Of(Instrument) != InstrumentGroup.Indices;

    public ChartSetup Setup(CandleHistory history) => new(
        FullName, Timeframe.Seconds, Labels.Places(Instrument), HasVolume, ChartRows.Columns(history.Columns));

    public Task<CandleHistory> ReadAsync(IDeskView desk, int count, Instant? before, CancellationToken cancel) =>
        desk.ReadHistoryAsync(Instrument.Id, Timeframe, count, before, null, cancel);
}
