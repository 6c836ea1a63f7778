using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Tests.Support;
using TradingDesk.Web.Pages.Charts;
using Xunit;

namespace TradingDesk.Tests.Web.Pages;

/// <summary>Totals that began at different candles stand at one height on a chart.</summary>
public sealed class RunningTotalsTests
{
    private static readonly IndicatorColumn[] _columns =
    [
        new("SMA:9", "SMA:9", "value", true),
        new("OBV", "OBV", "value", false) { IsRunningTotal = true },
    ];

    private readonly RunningTotals _totals = new(History((0, 100), (1, 130), (2, 120)));

    [Fact]
    public void A_later_reading_is_moved_by_the_candle_that_both_know()
    {
        var read = _totals.Level(History((1, 1_030), (2, 1_020), (3, 1_050)));

        Assert.Equal([130, 120, 150], read.Values.Select(values => values[1]));
        Assert.All(read.Values, values => Assert.Equal(7, values[0]));
    }

    [Fact]
    public void An_older_page_meets_what_is_drawn_in_its_last_candle()
    {
        var read = _totals.Level(History((-2, 10), (-1, 40), (0, 60)));

        Assert.Equal([50, 80, 100], read.Values.Select(values => values[1]));
    }

    [Fact]
    public void The_forming_value_is_the_desks_change_on_the_last_drawn_close()
    {
        var level = _totals.Level(Rung(confirmed: 5_020, peeked: 5_028), FakeDeskView.Candle(2, 1).Start.UnixSeconds, isNext: true);

        Assert.Equal(128, level.Peeked[1]);
    }

    [Fact]
    public void Until_a_closed_candle_is_drawn_the_height_is_the_one_before()
    {
        var newest = FakeDeskView.Candle(2, 1).Start.UnixSeconds;
        _totals.Level(Rung(confirmed: 5_020, peeked: 5_028), newest, isNext: true);

        var level = _totals.Level(Rung(confirmed: 5_028, peeked: 5_030), newest, isNext: false);

        Assert.Equal(130, level.Peeked[1]);
    }

    private static RungReading Rung(double confirmed, double peeked) =>
        new(FakeDeskView.Candle(3, 1), _columns, [7, peeked], [7, confirmed]);

    private static CandleHistory History(params (int Minute, double Total)[] candles) => new(
        _columns,
        [.. candles.Select(candle => FakeDeskView.Candle(candle.Minute, 100))],
        [.. candles.Select(candle => (IReadOnlyList<double?>)[7, candle.Total])]);
}
