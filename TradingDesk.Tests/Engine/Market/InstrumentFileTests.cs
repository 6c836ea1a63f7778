using TradingDesk.Engine.Feeds;
using TradingDesk.Engine.Market;
using Xunit;

namespace TradingDesk.Tests.Engine.Market;

public sealed class InstrumentFileTests
{
    private const string Header = "exchange_type,exchange,token,symbol,kind,derivatives,name\n";

    [Fact]
    public void The_built_in_list_is_read_whole()
    {
        var file = ListedInstruments.Read();

        Assert.Empty(file.Problems);
        Assert.Equal(55, file.Instruments.Count);
        Assert.Equal(3, file.Instruments.Count(instrument => !instrument.Verified));
    }

    [Fact]
    public void A_row_in_doubt_is_marked_and_its_name_is_clean()
    {
        var file = InstrumentFile.Parse(Header + "1,NSE,3456,TATAMOTORS,EQ,yes,Tata Motors [?] demerged in late 2025\r\n");

        var instrument = Assert.Single(file.Instruments);
        Assert.False(instrument.Verified);
        Assert.Equal("Tata Motors", instrument.Name);
    }

    [Theory]
    [InlineData("9,NSE,1,A,EQ,yes,A",
        "line 2, column exchange_type: '9' stands there, 1 NSE, 2 NFO, 3 BSE, 4 BFO, 5 MCX, 7 NCDEX or 13 CDS is needed.")]
    [InlineData("3,NSE,1,A,EQ,yes,A", "line 2, column exchange: 'NSE' stands there, the exchange type says BSE.")]
    [InlineData("1,NSE,-1,A,EQ,yes,A", "line 2, column token: '-1' stands there, a whole number above 0 is needed.")]
    [InlineData("1,NSE,1,,EQ,yes,A", "line 2, column symbol: '' stands there, a symbol is needed.")]
    [InlineData("1,NSE,1,A,BOND,yes,A", "line 2, column kind: 'BOND' stands there, INDEX or EQ is needed.")]
    [InlineData("1,NSE,1,A,EQ,,A", "line 2, column derivatives: '' stands there, yes or no is needed.")]
    [InlineData("1,NSE,1,A,EQ", "line 2, 5 cells stand where 7 are needed.")]
    public void A_bad_row_is_named_by_line_and_column_and_the_rest_is_kept(string row, string problem)
    {
        var file = InstrumentFile.Parse($"{Header}{row}\n\n1,NSE,2885,RELIANCE,EQ,yes,Reliance Industries\n");

        Assert.Equal([problem], file.Problems);
        Assert.Equal("NSE:RELIANCE", Assert.Single(file.Instruments).FullName);
    }

    [Fact]
    public void A_key_given_twice_is_refused_by_its_line()
    {
        var file = InstrumentFile.Parse(Header + "1,NSE,7,A,EQ,no,A\n1,NSE,7,B,EQ,no,B\n");

        Assert.Equal(["line 3, column token: 1:7 stands twice in the list."], file.Problems);
    }

    [Fact]
    public void A_file_with_other_columns_is_refused()
    {
        var file = InstrumentFile.Parse("symbol,token\nA,1\n");

        Assert.Empty(file.Instruments);
        Assert.Equal(["line 1: the columns must be exchange_type,exchange,token,symbol,kind,derivatives,name."], file.Problems);
    }
}
