using System.Globalization;
using TradingDesk.Cli.Files;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Cli;

/// <summary>Cells as they are written to files.</summary>
public sealed class RowWriterTests
{
    [Fact]
    public void A_price_is_written_as_it_prints()
    {
        using var folder = new TempFolder();
        long[] scaled = [0, 1, 10, 50, 100, 500, 1_000, 9_999, 10_000, 10_001, 15_000_500, 1_000_000_000_000, -1, -12_345_678];
        var writer = new RowWriter(folder.File("prices.csv"), 256);

        foreach (var price in scaled)
        {
            writer.Cell(new Price(price));
            writer.EndRow();
        }

        writer.Flush();
        Assert.Equal(scaled.Select(price => new Price(price).ToString()), File.ReadLines(folder.File("prices.csv")));
    }

    [Fact]
    public void A_number_reads_back_as_itself()
    {
        using var folder = new TempFolder();
        double[] numbers = [0.1 + 0.2, 1.0 / 3, -0.0, 1e-300, 1e15, double.MaxValue, double.Epsilon, 25_900.05];
        var writer = new RowWriter(folder.File("numbers.csv"), 256);

        foreach (var number in numbers)
        {
            writer.Cell(number);
            writer.EndRow();
        }

        writer.Flush();
        var read = File.ReadLines(folder.File("numbers.csv")).Select(line => double.Parse(line, CultureInfo.InvariantCulture));
        Assert.Equal(numbers.Select(BitConverter.DoubleToInt64Bits), read.Select(BitConverter.DoubleToInt64Bits));
    }

    [Fact]
    public void Text_is_quoted_only_where_it_must_be_and_what_is_not_yet_a_number_is_empty()
    {
        using var folder = new TempFolder();
        var writer = new RowWriter(folder.File("text.csv"), 256);

        writer.Cell("plain");
        writer.Cell("a,b");
        writer.Cell("say \"so\"");
        writer.Cell(double.NaN);
        writer.EndRow();
        writer.Flush();

        Assert.Equal("plain,\"a,b\",\"say \"\"so\"\"\",\n", File.ReadAllText(folder.File("text.csv")));
    }
}
