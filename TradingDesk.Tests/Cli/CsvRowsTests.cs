using TradingDesk.Cli.Csv;

namespace TradingDesk.Tests.Cli;

/// <summary>Rows of comma-separated text in all the ways programs write them.</summary>
public sealed class CsvRowsTests
{
    [Theory]
    [InlineData("a,b\nc,d", "1:a|b 2:c|d")]
    [InlineData("a,b\r\nc,d\r\n", "1:a|b 2:c|d")]
    [InlineData("a,b\rc,d\r", "1:a|b 2:c|d")]
    [InlineData("a\n\n  \nb\n\n\n", "1:a 4:b")]
    [InlineData("a,,b,\n", "1:a||b|")]
    [InlineData(" a , b \n", "1:a|b")]
    [InlineData("\"a,b\",\"c\"\"d\"\n", "1:a,b|c\"d")]
    [InlineData("\"a\nb\",c\nd", "1:a\nb|c 3:d")]
    [InlineData("a\"b,c\n", "1:a\"b|c")]
    [InlineData("\"\",\n", "1:|")]
    [InlineData("", "")]
    [InlineData("\n\n", "")]
    public void Cells_and_lines_are_found(string text, string expected)
    {
        var rows = new CsvRows(new StringReader(text));

        var found = new List<string>();
        while (rows.TryRead())
            found.Add($"{rows.Line}:{string.Join('|', Enumerable.Range(0, rows.Cells).Select(cell => rows[cell].ToString()))}");

        Assert.Equal(expected, string.Join(' ', found));
        Assert.Empty(rows.Problem);
    }

    [Fact]
    public void Rows_are_the_same_wherever_the_read_buffer_ends()
    {
        var row = string.Join(',', Enumerable.Repeat("\"12\"\"3\"", 7));
        var text = string.Concat(Enumerable.Repeat(row + "\r\n", 5_000));
        var rows = new CsvRows(new StringReader(text));

        var read = 0;
        while (rows.TryRead())
        {
            read++;
            Assert.Equal((read, 7), (rows.Line, rows.Cells));
            for (var cell = 0; cell < 7; cell++) Assert.Equal("12\"3", rows[cell].ToString());
        }

        Assert.Equal(5_000, read);
    }

    [Fact]
    public void A_quote_that_is_never_closed_ends_the_reading()
    {
        var rows = new CsvRows(new StringReader("a,b\nc,\"d\ne,f\n"));

        var read = 0;
        while (rows.TryRead()) read++;

        Assert.Equal(1, read);
        Assert.Equal("a quote is opened and never closed", rows.Problem);
        Assert.Equal(2, rows.Line);
    }

    [Fact]
    public void What_follows_a_closing_quote_is_not_guessed_at()
    {
        var rows = new CsvRows(new StringReader("a,\"12\"3\n"));

        Assert.False(rows.TryRead());
        Assert.Equal("something follows a closing quote", rows.Problem);
    }

    [Fact]
    public void A_row_without_end_is_given_up()
    {
        var rows = new CsvRows(new StringReader(new string('x', 10 * CsvRows.RowLengthMost)));

        Assert.False(rows.TryRead());
        Assert.Contains("longer than", rows.Problem, StringComparison.Ordinal);
    }
}
