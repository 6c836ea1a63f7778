using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Watch;
using Xunit;

namespace TradingDesk.Tests.Engine.Watch;

/// <summary>A rule is a line that reads like a sentence; what is wrong in it is named by its word.</summary>
public sealed class AlertParserTests
{
    private static readonly InstrumentTable _instruments = new(
    [
        new Instrument(Segment.Nse, 2885, "RELIANCE", "Reliance", InstrumentKind.Equity),
        new Instrument(Segment.Nse, 99926000, "NIFTY", "Nifty 50", InstrumentKind.Index),
        new Instrument(Segment.Nse, 7, "RELIANCE", "Another of that name", InstrumentKind.Equity),
    ]);

    public static TheoryData<string> Forms => [.. AlertParser.Forms];

    [Theory, MemberData(nameof(Forms))]
    public void Every_form_of_the_help_is_a_rule(string line)
    {
        var parsed = AlertParser.Read(line, _instruments);

        Assert.Null(parsed.Problem);
        Assert.Equal(parsed.Rule, AlertParser.Read(parsed.Rule!.ToText(), _instruments).Rule);
    }

    [Theory]
    [InlineData("price of reliance above 2500", "price of NSE:RELIANCE above 2500.00")]
    [InlineData("  PRICE  of nifty 50 Crosses 25000.5 ", "price of NSE:NIFTY crosses 25000.50")]
    [InlineData("price of 1:7 below 0.0005", "price of 1:7 below 0.0005")]
    [InlineData("RSI:14 of NIFTY 50 on 300 above 70.50", "RSI:14 of NSE:NIFTY on 5m above 70.5")]
    [InlineData("MACD:12:26:9.signal of NIFTY on day below -0.25", "MACD:12:26:9.signal of NSE:NIFTY on 1D below -0.25")]
    [InlineData("EMA:9 of NIFTY on 1h crosses PRICE", "EMA:9 of NSE:NIFTY on 1h crosses price")]
    [InlineData("EMA:9 of NIFTY on 1h crosses EMA:21", "EMA:9 of NSE:NIFTY on 1h crosses EMA:21")]
    [InlineData("day p&l of paper-1 below -5000", "day P&L of PAPER-1 below -5000.00")]
    [InlineData("total P&L of PAPER-1 crosses 0", "total P&L of PAPER-1 crosses 0.00")]
    [InlineData("drawdown of PAPER-1 above 0.01", "drawdown of PAPER-1 above 0.01")]
    [InlineData("run 12 is Benched", "run 12 is benched")]
    [InlineData("feed of 1:2885 older than 1 seconds", "feed of NSE:RELIANCE older than 1 seconds")]
    [InlineData("1 refusals of PAPER-1 within 86400 seconds", "1 refusals of PAPER-1 within 86400 seconds")]
    public void A_rule_has_one_text_however_it_was_written(string line, string text)
    {
        var parsed = AlertParser.Read(line, _instruments);

        Assert.Equal(text, parsed.Rule?.ToText());
        Assert.Equal(parsed.Rule, AlertParser.Read(text, _instruments).Rule);
    }

    [Theory]
    [InlineData("", "", "begins no rule")]
    [InlineData("tell me", "tell", "'tell' begins no rule. Rules are such as: price of NSE:RELIANCE above 2500;")]
    [InlineData("price", "", "The rule ends where it needs of.")]
    [InlineData("price RELIANCE", "RELIANCE", "'RELIANCE' does not fit here: write of.")]
    [InlineData("price of above 5", "", "The rule does not name its instrument")]
    [InlineData("price of NSE:RELIANEC above 5", "NSE:RELIANEC", "near: NSE:RELIANCE")]
    [InlineData("price of NIFTY over 5", "over", "'over' does not fit here: write above or below or crosses.")]
    [InlineData("price of NIFTY 50", "", "The rule ends where it needs above, below, crosses.")]
    [InlineData("price of nothing at all", "nothing at all", "'nothing at all' is no instrument of this desk")]
    [InlineData("price of NIFTY above 2,500", "2,500", "'2,500' is no price: write rupees above 0")]
    [InlineData("price of NIFTY above 0", "0", "is no price")]
    [InlineData("price of NIFTY above -1", "-1", "is no price")]
    [InlineData("price of NIFTY above 1.00001", "1.00001", "is no price")]
    [InlineData("price of NIFTY above", "", "The rule ends where it needs a price.")]
    [InlineData("price of NIFTY above 5 today", "today", "'today' is too much: the rule ends before it.")]
    [InlineData("RSI:14 of NIFTY above 70", "above", "'above' does not fit here: write on.")]
    [InlineData("RSI:14 of NIFTY on 7x above 70", "7x", "'7x' is no timeframe")]
    [InlineData("RSI:14 of NIFTY on 5m over 70", "over", "'over' does not fit here: write above or below or crosses.")]
    [InlineData("day P&L PAPER-1 below 5", "PAPER-1", "write of")]
    [InlineData("day gain of PAPER-1 below 5", "gain", "write P&L")]
    [InlineData("day P&L of PAPER-1 below 1e5", "1e5", "'1e5' is no amount")]
    [InlineData("day P&L of PAPER-1 below 0.001", "0.001", "is no amount")]
    [InlineData("day P&L of PAPER-1 below 1000000000.01", "1000000000.01", "is no amount")]
    [InlineData("drawdown of PAPER-1 above 0", "0", "'0' cannot be: a drawdown is an amount above 0.")]
    [InlineData("drawdown of PAPER-1 below 5", "below", "write above")]
    [InlineData("run 0 is halted", "0", "'0' is no whole number from 1 to 32767.")]
    [InlineData("run 1 is dead", "dead", "write idle or warming or running or paused or halted or benched or stopped or retired.")]
    [InlineData("feed of NIFTY older than 0 seconds", "0", "'0' is no whole number from 1 to 86400.")]
    [InlineData("feed of NIFTY older than 30 minutes", "minutes", "write seconds")]
    [InlineData("101 refusals of PAPER-1 within 60 seconds", "101", "is no whole number from 1 to 100.")]
    [InlineData("few refusals of PAPER-1 within 60 seconds", "few", "is no whole number")]
    [InlineData("price of NIFTY\nabove 5", "", "A rule is one line of at most 160 signs.")]
    public void What_cannot_be_read_is_named_by_its_word_with_what_is_allowed(string line, string word, string part)
    {
        var parsed = AlertParser.Read(line, _instruments);

        Assert.Null(parsed.Rule);
        Assert.Equal(word, parsed.Problem!.Word);
        Assert.Contains(part, parsed.Problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_endless_line_is_refused_before_it_is_read()
    {
        var parsed = AlertParser.Read($"price of NIFTY above {new string('1', 200)}", _instruments);

        Assert.Equal("A rule is one line of at most 160 signs.", parsed.Problem!.Sentence);
    }
}
