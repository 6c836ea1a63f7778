using System.Text.Json;

namespace TradingDesk.Tests.Cli;

/// <summary>What trades cost as the command line prints it, and every way to ask wrongly.</summary>
public sealed class ChargesVerbTests
{
    [Fact]
    public void A_future_is_printed_line_by_line_with_base_and_rate()
    {
        var run = Futures("--leg", "BUY:65:25000", "--leg", "SELL:65:25050");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            """
            NSE futures, NRML, 1 April 2026, broker angel, rupees

            brokerage              40.00   2 orders of 32,53,250.00, 20 each
            stt                   814.00   0.05 % of 16,28,250.00 sold
            transaction            56.28   0.00173 % of 32,53,250.00
            ipft                    3.25   0.0001 % of 32,53,250.00
            sebi                    3.25   10 a crore of 32,53,250.00
            stamp                  33.00   0.002 % of 16,25,000.00 bought  [?]
            gst                    18.50   18 % of 102.78
            dp                      0.00

            total                 968.28
            gross               3,250.00
            net                 2,281.72
            break-even             14.90   a unit, of 65

            [?] stamp: since July 2020; that it is rounded to the rupee is not confirmed
            """,
            run.Out.TrimEnd(), ignoreLineEndingDifferences: true);
    }

    [Theory]
    [InlineData("equity", "CNC", "2026-04-01", "407.10", "1592.90", "BUY:100:1500", "SELL:100:1520")]
    [InlineData("equity", "CNC", "2025-06-02", "202.22", null, "BUY:100:1500")]
    [InlineData("equity", "CNC", "2025-06-02", "204.88", null, "SELL:100:1520")]
    [InlineData("equity", "MIS", "2026-04-01", "104.20", "895.80", "BUY:200:800", "SELL:200:805")]
    [InlineData("futures", "NRML", "2026-03-31", "480.28", "2769.72", "BUY:65:25000", "SELL:65:25050")]
    [InlineData("futures", "MIS", "2026-04-01", "968.28", "2281.72", "SELL:65:25050", "BUY:65:25000")]
    [InlineData("options", "NRML", "2025-06-02", "63.17", "911.83", "BUY:65:120", "SELL:65:135")]
    [InlineData("options", "NRML", "2026-04-01", "67.17", "907.83", "BUY:65:120", "SELL:65:135")]
    [InlineData("options", "NRML", "2026-04-01", "8.00", null, "EXERCISE:65:80")]
    public void Machines_read_rupees_with_two_places(
        string segment, string product, string date, string total, string? net, params string[] legs)
    {
        var run = CliRun.Of(["charges", "--date", date, "--segment", segment, "--product", product, .. legs.SelectMany(Leg), "--json"]);

        var root = JsonDocument.Parse(run.Out).RootElement;
        Assert.Equal(total, root.GetProperty("total").GetRawText());
        Assert.Equal(net ?? "null", root.GetProperty("net").GetRawText());
        string[] lines = ["brokerage", "stt", "transaction", "ipft", "sebi", "stamp", "gst", "dp"];
        var each = lines.Select(line => root.GetProperty(line)).ToArray();
        Assert.All(each, line => Assert.Matches(@"^\d+\.\d\d$", line.GetRawText()));
        Assert.Equal(root.GetProperty("total").GetDecimal(), each.Sum(line => line.GetDecimal()));
    }

    [Fact]
    public void Delivered_shares_are_two_notes_and_only_their_sale_costs_DP()
    {
        var run = CliRun.Of("charges", "--date", "2026-04-01", "--segment", "equity", "--product", "CNC", "--leg", "BUY:100:1500",
            "--leg", "SELL:100:1520", "--json");

        var notes = JsonDocument.Parse(run.Out).RootElement.GetProperty("notes");

        Assert.Equal(["202.22", "204.88"], notes.EnumerateArray().Select(note => note.GetProperty("total").GetRawText()));
        Assert.Contains("\"source\": \"cleartax\"", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Legs_that_leave_something_open_have_no_gain()
    {
        var run = Futures("--leg", "BUY:65:25000", "--leg", "SELL:30:25050");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("bought 65 and sold 30: no gross, net and break-even before both are equal", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\nnet ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exercised_option_closes_what_was_bought()
    {
        var run = CliRun.Of("charges", "--date", "2026-04-01", "--segment", "options", "--product", "NRML", "--leg", "BUY:65:50",
            "--leg", "EXERCISE:65:80", "--broker", "none");

        Assert.Contains("stt                     8.00   0.15 % of 5,200.00 exercised", run.Out, StringComparison.Ordinal);
        Assert.Contains("gross               1,950.00", run.Out, StringComparison.Ordinal);
        Assert.Contains("brokerage               0.00\n", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--date", "2026-02-30", "charges: --date '2026-02-30' cannot be; a day such as 2026-04-01 is needed.")]
    [InlineData("--exchange", "MCX", "charges: --exchange 'MCX' cannot be; allowed are NSE and BSE.")]
    [InlineData("--segment", "bonds", "charges: --segment 'bonds' cannot be; allowed are equity, futures, options.")]
    [InlineData("--product", "CNC", "charges: --product 'CNC' cannot be; allowed for futures are NRML and MIS.")]
    [InlineData("--broker", "zeta", "charges: --broker 'zeta' cannot be; allowed are angel, none.")]
    [InlineData("--leg", "BUY:65", "charges: --leg 'BUY:65' cannot be: a side, a quantity and a price are needed, such as BUY:65:25000.")]
    [InlineData("--leg", "HOLD:65:1", "charges: --leg 'HOLD:65:1' cannot be: the side must be BUY or SELL.")]
    [InlineData("--leg", "EXERCISE:65:1", "charges: --leg 'EXERCISE:65:1' cannot be: the side must be BUY or SELL.")]
    [InlineData("--leg", "BUY:0:1",
        "charges: --leg 'BUY:0:1' cannot be: the quantity must be a whole number of units from 1 to 1,000,000,000.")]
    [InlineData("--leg", "BUY:1.5:1",
        "charges: --leg 'BUY:1.5:1' cannot be: the quantity must be a whole number of units from 1 to 1,000,000,000.")]
    [InlineData("--leg", "BUY:1:0",
        "charges: --leg 'BUY:1:0' cannot be: the price must be rupees above 0 and up to 100000000.00, with at most four places.")]
    [InlineData("--leg", "BUY:1:1e5",
        "charges: --leg 'BUY:1:1e5' cannot be: the price must be rupees above 0 and up to 100000000.00, with at most four places.")]
    [InlineData("--leg", "BUY:1000000:1000000",
        "charges: --leg 'BUY:1000000:1000000' cannot be: a leg may be worth ten thousand crore rupees at most.")]
    public void What_cannot_be_is_named_and_leaves_two(string option, string value, string sentence)
    {
        var asked = new Dictionary<string, string>
        {
            ["--date"] = "2026-04-01",
            ["--segment"] = "futures",
            ["--product"] = "NRML",
            ["--leg"] = "BUY:65:25000",
            [option] = value,
        };

        var run = CliRun.Of(["charges", .. asked.SelectMany(pair => new[] { pair.Key, pair.Value })]);

        Assert.Equal((2, sentence), (run.ExitCode, run.Error.TrimEnd()));
        Assert.Empty(run.Out);
    }

    [Theory]
    [InlineData("angel", "2024-10-31", "brokerage-most that angel takes for futures on 2024-10-31 is not known")]
    [InlineData("none", "2024-09-30", "transaction that NSE takes for futures on 2024-09-30 is not known")]
    public void A_day_before_the_first_rates_is_refused(string broker, string date, string sentence)
    {
        var run = CliRun.Of(
            "charges", "--date", date, "--segment", "futures", "--product", "NRML", "--leg", "BUY:65:25000", "--broker", broker);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("charges: --date: The rate of ", run.Error, StringComparison.Ordinal);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_leg_one_is_asked_for()
    {
        var run = Futures();

        Assert.Equal((2, "charges needs --leg LEG."), (run.ExitCode, run.Error.TrimEnd()));
    }

    private static CliRun Futures(params string[] words) =>
        CliRun.Of(["charges", "--date", "2026-04-01", "--segment", "futures", "--product", "NRML", .. words]);

    private static string[] Leg(string leg) => ["--leg", leg];
}
