using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;

namespace TradingDesk.Tests.Engine.Market.Sessions;

public sealed class TradingHoursTests
{
    [Theory]
    [InlineData(Segment.Nse, InstrumentKind.Index, false, "NSE index")]
    [InlineData(Segment.Nse, InstrumentKind.Index, true, "NSE index")]
    [InlineData(Segment.Nse, InstrumentKind.Equity, false, "NSE stocks")]
    [InlineData(Segment.Nse, InstrumentKind.Equity, true, "NSE fno-stocks")]
    [InlineData(Segment.Nfo, InstrumentKind.Future, false, "NSE futures")]
    [InlineData(Segment.Nfo, InstrumentKind.Call, false, "NSE options")]
    [InlineData(Segment.Nfo, InstrumentKind.Put, false, "NSE options")]
    [InlineData(Segment.Bse, InstrumentKind.Equity, false, "BSE stocks")]
    [InlineData(Segment.Bfo, InstrumentKind.Put, false, "BSE options")]
    [InlineData(Segment.Mcx, InstrumentKind.Future, false, "MCX commodities")]
    [InlineData(Segment.Ncdex, InstrumentKind.Future, false, "NCDEX commodities")]
    [InlineData(Segment.Cds, InstrumentKind.Future, false, "NSE currency")]
    public void An_instrument_keeps_the_hours_of_its_exchange_and_kind(object segment, object kind, bool hasDerivatives, string expected)
    {
        var hours = TradingHours.Of((Segment)segment, (InstrumentKind)kind, hasDerivatives);

        Assert.Equal(expected, hours.ToString());
    }

    [Fact]
    public void Every_hours_has_a_place_of_its_own()
    {
        var all =
            from exchange in Enum.GetValues<Exchange>()
            from part in Enum.GetValues<MarketPart>()
            select new TradingHours(exchange, part);

        var places = all.Select(hours => hours.Place).ToList();

        Assert.Equal(places.Count, places.Distinct().Count());
        Assert.All(places, place => Assert.InRange(place, 0, TradingHours.Places - 1));
    }
}
