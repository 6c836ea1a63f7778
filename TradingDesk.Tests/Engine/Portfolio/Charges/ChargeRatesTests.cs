using TradingDesk.Engine.Market;
using TradingDesk.Engine.Portfolio.Charges;
using Xunit;

namespace TradingDesk.Tests.Engine.Portfolio.Charges;

/// <summary>The dated rates: what holds on which day, and what is refused rather than charged as nothing.</summary>
public sealed class ChargeRatesTests
{
    private const string Future = "2024-10-01,,all,futures,,stt-sell,0.02,percent,confirmed,a paper,2026-11-21,";

    [Fact]
    public void The_built_in_rates_are_read_whole()
    {
        var file = RateFile.BuiltIn();

        Assert.Empty(file.Problems);
        Assert.Equal(["angel", "none"], ChargeRates.BuiltIn.Brokers);
    }

    [Theory]
    [InlineData(2024, 10, 1, "0.02")]
    [InlineData(2026, 3, 31, "0.02")]
    [InlineData(2026, 4, 1, "0.05")]
    [InlineData(2031, 1, 1, "0.05")]
    public void A_rate_holds_from_its_first_to_its_last_day(int year, int month, int day, string percent)
    {
        var schedule = ChargeRates.BuiltIn.On(new DateOnly(year, month, day), Exchange.Nse, ChargeSegment.Futures, ChargeRates.NoBroker)!;

        var rate = schedule.Find(ChargeKind.SttSell, isDelivered: false)!;

        Assert.Equal(percent, rate.Rate.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(Exchange.Nse, "angel",
        "The rate of brokerage-most that angel takes for equity on 2024-10-31 is not known; " +
        "the first that is known holds from 2024-11-01 on.")]
    [InlineData(Exchange.Nse, "zeta", "The rates of zeta are not known; known are angel, none.")]
    [InlineData(Exchange.Mcx, "none", "The charges of MCX equity are not known.")]
    public void What_is_not_known_is_refused_with_a_sentence(object house, string broker, string sentence)
    {
        var (date, exchange) = (new DateOnly(2024, 10, 31), (Exchange)house);

        var refusal = ChargeRates.BuiltIn.Refusal(date, exchange, ChargeSegment.Equity, broker);

        Assert.Equal(sentence, refusal);
        Assert.Null(ChargeRates.BuiltIn.On(date, exchange, ChargeSegment.Equity, broker));
    }

    [Fact]
    public void No_day_before_the_first_rates_has_charges()
    {
        var day = new DateOnly(2024, 9, 30);

        var schedules = Enum.GetValues<ChargeSegment>().Select(segment =>
            ChargeRates.BuiltIn.On(day, Exchange.Nse, segment, ChargeRates.NoBroker));

        Assert.All(schedules, Assert.Null);
    }

    [Theory]
    [InlineData(Segment.Nse, InstrumentKind.Equity, ChargeSegment.Equity)]
    [InlineData(Segment.Bse, InstrumentKind.Equity, ChargeSegment.Equity)]
    [InlineData(Segment.Nfo, InstrumentKind.Future, ChargeSegment.Futures)]
    [InlineData(Segment.Bfo, InstrumentKind.Call, ChargeSegment.Options)]
    [InlineData(Segment.Nfo, InstrumentKind.Put, ChargeSegment.Options)]
    [InlineData(Segment.Nse, InstrumentKind.Index, null)]
    [InlineData(Segment.Cds, InstrumentKind.Future, null)]
    [InlineData(Segment.Mcx, InstrumentKind.Future, null)]
    public void An_instrument_goes_by_the_rates_of_its_segment(object segment, object kind, object? expected)
    {
        var found = ChargeSegments.Of(new Instrument((Segment)segment, 1, "X", "X", (InstrumentKind)kind));

        Assert.Equal((ChargeSegment?)expected, found);
    }

    [Theory]
    [InlineData("sometime,,all,futures,,sebi,10,per-crore,confirmed,a,b,", "column from: 'sometime'")]
    [InlineData("2024-10-01,2024-09-01,all,futures,,sebi,10,per-crore,confirmed,a,b,", "column to: '2024-09-01'")]
    [InlineData("2024-10-01,,,futures,,sebi,10,per-crore,confirmed,a,b,", "column whose: ''")]
    [InlineData("2024-10-01,,all,bonds,,sebi,10,per-crore,confirmed,a,b,", "column segment: 'bonds'")]
    [InlineData("2024-10-01,,all,futures,NRML,sebi,10,per-crore,confirmed,a,b,", "column product: 'NRML'")]
    [InlineData("2024-10-01,,all,futures,,fee,10,per-crore,confirmed,a,b,", "column line: 'fee'")]
    [InlineData("2024-10-01,,all,futures,,sebi,-1,per-crore,confirmed,a,b,", "column rate: '-1'")]
    [InlineData("2024-10-01,,all,futures,,sebi,10,percent,confirmed,a,b,", "column unit: 'percent' stands there; allowed is per-crore.")]
    [InlineData("2024-10-01,,all,futures,,sebi,10,per-crore,sure,a,b,", "column certainty: 'sure'")]
    [InlineData("2024-10-01,,all,futures,,sebi,10,per-crore,confirmed,,b,", "column source: ''")]
    [InlineData("2024-10-01,,all,futures,,sebi,10,per-crore,confirmed,a,,", "column noted: ''")]
    [InlineData("2025-01-01,,all,equity futures,,stt-sell,1,percent,confirmed,a,b,", "column line: another line holds on the same days.")]
    [InlineData("2024-10-01,,all", "3 cells stand where 12 are needed.")]
    public void A_spoiled_line_is_named_with_its_column(string line, string sentence)
    {
        var file = RateFile.Parse($"{RateFile.Header}\n{Future}\n{line}\n");

        Assert.Single(file.Rates);
        Assert.Contains(sentence, Assert.Single(file.Problems), StringComparison.Ordinal);
        Assert.StartsWith("line 3, ", file.Problems[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Another_first_line_is_refused()
    {
        var file = RateFile.Parse("from,to\n");

        Assert.StartsWith("line 1: the columns must be from,to,whose", Assert.Single(file.Problems), StringComparison.Ordinal);
    }
}
