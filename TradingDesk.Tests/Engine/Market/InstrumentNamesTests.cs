using TradingDesk.Engine.Market;
using Xunit;

namespace TradingDesk.Tests.Engine.Market;

public sealed class InstrumentNamesTests
{
    private static readonly InstrumentTable _table = new(
    [
        new Instrument(Segment.Nse, 99926000, "NIFTY", "NIFTY 50", InstrumentKind.Index),
        new Instrument(Segment.Nse, 99926009, "BANKNIFTY", "NIFTY Bank", InstrumentKind.Index),
        new Instrument(Segment.Bse, 500325, "RELIANCE", "Reliance Industries (BSE)", InstrumentKind.Equity),
        new Instrument(Segment.Nse, 2885, "RELIANCE", "Reliance Industries", InstrumentKind.Equity),
        new Instrument(Segment.Nse, 2031, "M&M", "Mahindra & Mahindra", InstrumentKind.Equity),
        new Instrument(Segment.Bse, 99919000, "SENSEX", "SENSEX", InstrumentKind.Index),
        new Instrument(Segment.Mcx, 11, "GOLD", "Gold", InstrumentKind.Future),
        new Instrument(Segment.Ncdex, 12, "GOLD", "Gold", InstrumentKind.Future),
    ]);

    [Theory]
    [InlineData("1:2885", "1:2885")]
    [InlineData(" 3:500325 ", "3:500325")]
    [InlineData("NSE:RELIANCE", "1:2885")]
    [InlineData("bse:reliance", "3:500325")]
    [InlineData("reliance", "1:2885")]
    [InlineData("m&m", "1:2031")]
    [InlineData("sensex", "3:99919000")]
    [InlineData("NIFTY", "1:99926000")]
    [InlineData("Nifty  50", "1:99926000")]
    [InlineData("NSE:NIFTY BANK", "1:99926009")]
    public void A_name_leads_to_its_instrument(string name, string key)
    {
        var match = _table.Find(name);

        Assert.Equal("", match.Problem);
        Assert.Equal(key, match.Found!.Key);
    }

    [Fact]
    public void An_alias_works_from_either_side()
    {
        var table = new InstrumentTable([new Instrument(Segment.Nse, 26000, "Nifty 50", "", InstrumentKind.Index)]);

        var match = table.Find("NIFTY");

        Assert.Equal(26000, match.Found?.Token);
    }

    [Theory]
    [InlineData("NSE:RELAINCE", "NSE:RELAINCE is not known; near: NSE:RELIANCE, BSE:RELIANCE.")]
    [InlineData("BSE:RELAINCE", "BSE:RELAINCE is not known; near: BSE:RELIANCE, NSE:RELIANCE.")]
    [InlineData("BANK", "BANK is not known; near: NSE:BANKNIFTY.")]
    [InlineData("QQQQQQ", "QQQQQQ is not known.")]
    [InlineData("1:77", "1:77 is not known.")]
    [InlineData("GOLD", "GOLD stands on several exchanges; write MCX:GOLD or NCDEX:GOLD.")]
    [InlineData("LSE:GOLD", "LSE:GOLD begins with no exchange; allowed are NSE, NFO, BSE, BFO, MCX, NCDEX, CDS.")]
    [InlineData("6:77", "6:77 begins with no exchange type; allowed are 1 NSE, 2 NFO, 3 BSE, 4 BFO, 5 MCX, 7 NCDEX, 13 CDS.")]
    [InlineData("1:-5", "1:-5 ends with no token; a token is a whole number.")]
    [InlineData(" ", "An instrument's name is empty; write 1:2885, NSE:RELIANCE or RELIANCE.")]
    public void An_unknown_name_says_why_and_what_is_near(string name, string problem)
    {
        var match = _table.Find(name);

        Assert.Null(match.Found);
        Assert.Equal(problem, match.Problem);
    }

    [Fact]
    public void A_list_keeps_its_order_and_holds_an_instrument_once()
    {
        var selection = _table.ReadList("SUBSCRIBE_TOKENS", "BSE:RELIANCE, nifty,1:99926000");

        Assert.Empty(selection.Problems);
        Assert.Equal(["BSE:RELIANCE", "NSE:NIFTY"], selection.Instruments.Select(instrument => instrument.FullName));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void An_empty_list_means_every_instrument(string? text)
    {
        var selection = _table.ReadList("SUBSCRIBE_TOKENS", text);

        Assert.Equal(_table.Count, selection.Instruments.Count);
    }

    [Fact]
    public void Every_bad_entry_of_a_list_is_named_with_its_place()
    {
        var selection = _table.ReadList("SUBSCRIBE_TOKENS", "NIFTY,NSE:RELAINCE,,1:77");

        Assert.Equal(["NIFTY"], selection.Instruments.Select(instrument => instrument.Symbol));
        Assert.Equal(
        [
            "SUBSCRIBE_TOKENS, entry 2 of 4: NSE:RELAINCE is not known; near: NSE:RELIANCE, BSE:RELIANCE.",
            "SUBSCRIBE_TOKENS, entry 3 of 4: An instrument's name is empty; write 1:2885, NSE:RELIANCE or RELIANCE.",
            "SUBSCRIBE_TOKENS, entry 4 of 4: 1:77 is not known.",
        ], selection.Problems);
    }

    [Fact]
    public void A_table_written_and_read_back_finds_the_same()
    {
        var table = InstrumentTable.Parse(_table.ToText());

        var match = table.Find("BSE:RELIANCE");

        Assert.Equal(_table.Find("BSE:RELIANCE").Found, match.Found);
    }
}
