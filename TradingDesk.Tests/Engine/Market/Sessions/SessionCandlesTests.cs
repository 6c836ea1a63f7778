using System.Globalization;
using TradingDesk.Engine;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Market.Sessions;

public sealed class SessionCandlesTests
{
    private static readonly Timeframe[] _timeframes = [.. new[] { 60, 900, 3_600, 86_400 }.Select(seconds => new Timeframe(seconds))];

    private static readonly InstrumentTable _instruments = new(
    [
        new Instrument(Segment.Nse, 1, "INDEX", "Index", InstrumentKind.Index),
        new Instrument(Segment.Nse, 2, "PLAIN", "Stock without derivatives", InstrumentKind.Equity),
        new Instrument(Segment.Nse, 3, "FNO", "Stock with derivatives", InstrumentKind.Equity) { HasDerivatives = true },
        new Instrument(Segment.Nfo, 4, "FUT", "Future", InstrumentKind.Future),
        new Instrument(Segment.Nfo, 5, "CE", "Call", InstrumentKind.Call),
    ]);

    [Theory]
    [InlineData("2021-11-04", "18:15 19:14", "18:15 19:14", "18:15 19:14", "18:15 19:14", "18:15 19:14")]
    [InlineData("2026-07-31", "09:15 15:29", "09:15 15:29", "09:15 15:29", "09:15 15:29", "09:15 15:29")]
    [InlineData("2026-08-04", "09:15 15:29", "09:15 15:29", "09:15 15:14", "09:15 15:39", "09:15 15:39")]
    public void Minutes_begin_and_end_with_each_instrument_s_own_session(
        string date, string index, string plain, string fno, string future, string option)
    {
        var candles = Day(date);

        var spans = _instruments.All.Select(instrument => candles[(instrument.Symbol, 60)])
            .Select(minutes => $"{At(minutes[0])} {At(minutes[^1])}");
        Assert.Equal([index, plain, fno, future, option], spans);
    }

    [Theory]
    [InlineData("2021-11-04", "FNO", 60, 4, 1)]
    [InlineData("2026-07-31", "FNO", 375, 25, 7)]
    [InlineData("2026-08-04", "FNO", 360, 24, 6)]
    [InlineData("2026-08-04", "PLAIN", 375, 25, 7)]
    [InlineData("2026-08-04", "FUT", 385, 26, 7)]
    public void Every_timeframe_has_the_candles_the_calendar_promises_and_the_day_s_is_all_of_them(
        string date, string symbol, int minutes, int quarters, int hours)
    {
        var candles = Day(date);

        var day = Assert.Single(candles[(symbol, 86_400)]);
        Assert.Equal(minutes, candles[(symbol, 60)].Count);
        Assert.Equal(quarters, candles[(symbol, 900)].Count);
        Assert.Equal(hours, candles[(symbol, 3_600)].Count);
        Assert.Equal(candles[(symbol, 60)].Sum(candle => (long)candle.Ticks), day.Ticks);
        Assert.Equal(candles[(symbol, 60)][0].Start, day.Start);
        Assert.All(candles[(symbol, 60)], candle => Assert.Equal(CandleQuality.Whole, candle.Quality));
    }

    [Fact]
    public void The_candle_that_a_session_cuts_says_that_it_is_short()
    {
        var candles = Day("2026-08-04");

        Assert.Equal(CandleQuality.Short, candles[("FUT", 900)][^1].Quality);
        Assert.Equal(CandleQuality.Short, candles[("FUT", 3_600)][^1].Quality);
        Assert.Equal(CandleQuality.Whole, candles[("FNO", 3_600)][^1].Quality);
        Assert.Equal(CandleQuality.Short, candles[("PLAIN", 3_600)][^1].Quality);
    }

    [Fact]
    public void A_session_s_last_candles_close_when_its_own_time_comes_while_others_trade_on()
    {
        var desk = new DeskUnderTest(Plan(), India("2026-08-04", 15, 14));
        Tick(desk, "2026-08-04", 15, 14, 59);

        desk.Put(DeskInput.Time(India("2026-08-04", 15, 15, 2)));

        Assert.Equal([60, 900, 3_600, 86_400], ClosedOf("FNO"));
        Assert.Equal([60, 900, 3_600], ClosedOf("FUT"));
        return;

        IEnumerable<int> ClosedOf(string symbol) => desk.Of(FactKind.CandleClosed)
            .Where(fact => Symbol(fact) == symbol && fact.Candle.Seconds > 1)
            .Select(fact => fact.Candle.Seconds);
    }

    [Fact]
    public void A_holiday_makes_no_candle_and_its_ticks_are_counted()
    {
        var desk = new DeskUnderTest(Plan(), India("2026-11-24", 10, 0));

        for (var second = 0; second < 10; second++) Tick(desk, "2026-11-24", 10, 0, second);
        desk.Time(India("2026-11-24", 10, 1));

        Assert.Empty(desk.Of(FactKind.CandleClosed));
        Assert.Equal(50, desk.Board.ReadCounters().Faults.OutsideSession);
    }

    /// <summary>A tick of every instrument in every tenth second from well before the first open to well after the last close.</summary>
    private static Dictionary<(string Symbol, int Seconds), List<Candle>> Day(string date)
    {
        var from = date == "2021-11-04" ? 17 : 8;
        var desk = new DeskUnderTest(Plan(), India(date, from, 0));
        for (var second = 0; second < 9 * 3_600; second += 10) Tick(desk, date, from, 0, second);
        desk.Put(DeskInput.Time(India(date, from + 9, 0, 5)));
        return desk.Of(FactKind.CandleClosed).Where(fact => fact.Candle.Seconds > 1).GroupBy(fact => (Symbol(fact), fact.Candle.Seconds))
            .ToDictionary(group => group.Key, group => group.Select(fact => fact.Candle).ToList());
    }

    private static void Tick(DeskUnderTest desk, string date, int hour, int minute, int second)
    {
        var at = India(date, hour, minute, second);
        desk.Put(DeskInput.Time(at));
        foreach (var instrument in _instruments.All)
            desk.Tick(instrument.Id, at, 10_000 + (second % 700), second);
    }

    private static DeskPlan Plan() => DeskModes.FromFile(TradingCalendar.BuiltIn(), _instruments, _timeframes, "");

    private static string Symbol(in DeskFact fact) => _instruments[fact.Instrument].Symbol;

    private static string At(in Candle candle) => candle.Start.ToIndia().ToString("HH:mm", CultureInfo.InvariantCulture);

    private static Instant India(string date, int hour, int minute, int second = 0) =>
        Instant.FromIndiaMidnight(DateOnly.Parse(date, CultureInfo.InvariantCulture)).PlusSeconds((((hour * 60L) + minute) * 60) + second);
}
