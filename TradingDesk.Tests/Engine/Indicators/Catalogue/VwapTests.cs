using TradingDesk.Engine.Market;
using TradingDesk.Tests.Contracts;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators.Catalogue;

/// <summary>The volume-weighted average price against each session added up anew.</summary>
public sealed class VwapTests : IndicatorContract
{
    protected override IReadOnlyList<string> Specs => ["VWAP"];

    [Fact]
    public void It_begins_anew_with_each_session()
    {
        var value = Assert.Single(ReadAfter(SetOf("VWAP"), [Traded(0, 0, 50, 10), Traded(0, 60, 70, 10), Traded(86_400, 86_400, 90, 5)]));

        Assert.Equal(90, value);
    }

    [Fact]
    public void A_session_seen_from_its_middle_has_none()
    {
        var value = Assert.Single(ReadAfter(SetOf("VWAP"), [Traded(0, 60, 50, 10), Traded(0, 120, 70, 10)]));

        Assert.Equal(double.NaN, value);
    }

    [Fact]
    public void A_session_that_began_while_it_watched_has_one_though_its_first_minutes_were_silent()
    {
        var value = Assert.Single(ReadAfter(SetOf("VWAP"), [Traded(0, 60, 50, 10), Traded(86_400, 86_700, 70, 10)]));

        Assert.Equal(70, value);
    }

    [Fact]
    public void It_has_none_while_nothing_has_traded()
    {
        var value = Assert.Single(ReadAfter(SetOf("VWAP"), [Traded(0, 0, 50, 0), Traded(0, 60, 70, 0)]));

        Assert.Equal(double.NaN, value);
    }

    [Fact]
    public void It_weighs_by_volume()
    {
        var value = Assert.Single(ReadAfter(SetOf("VWAP"), [Traded(0, 0, 50, 30), Traded(0, 60, 70, 10)]));

        Assert.Equal(55, value);
    }

    private static CandleValues Traded(long sessionOpen, long start, double price, double volume) =>
        At(price) with { Volume = volume, Start = start, SessionOpen = sessionOpen };

    private protected override double[][] Naive(IReadOnlyList<double> parameters, IReadOnlyList<CandleValues> candles)
    {
        var values = Nothing(candles.Count, 1);
        for (var i = 0; i < candles.Count; i++)
        {
            var session = candles.Take(i + 1).Where(candle => candle.SessionOpen == candles[i].SessionOpen).ToArray();
            var seenFromItsOpen = session[0].Start == session[0].SessionOpen || candles[0].SessionOpen != session[0].SessionOpen;
            var volume = session.Sum(candle => candle.Volume);
            if (!seenFromItsOpen || volume == 0) continue;
            values[i][0] = session.Sum(candle => candle.Volume * (candle.High + candle.Low + candle.Close) / 3) / volume;
        }

        return values;
    }
}
