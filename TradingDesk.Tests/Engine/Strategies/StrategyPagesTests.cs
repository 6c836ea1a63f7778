using System.Globalization;
using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Strategies;
using TradingDesk.Engine.Strategies.Catalogue;
using TradingDesk.Engine.Strategies.Patterns;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Strategies;

/// <summary>Holds the pages about strategies to what the strategies say of themselves, and the worked candle to what is computed.</summary>
public sealed class StrategyPagesTests
{
    private const ulong Seed = 7;

    private static readonly string[] _headings = ["## What it sees", "## When it wishes", "## Parameters", "## What it is bad at"];

    public static TheoryData<string> All => [.. StrategyCatalog.All.Select(strategy => strategy.Code)];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_strategy_has_its_page_and_the_page_its_parameters(string code)
    {
        var known = StrategyCatalog.Find(code)!;
        var expected = _headings.Append($"# {known.Name} (`{code}`)").Append(IndicatorsOf(known)).Append(Table(known));

        var page = File.ReadAllText(Repository.PathOf("docs", "strategies", code + ".md"));

        foreach (var part in expected) Assert.True(page.Contains(part + "\n", StringComparison.Ordinal), $"{code}.md lacks\n{part}");
    }

    [Fact]
    public void There_is_no_page_of_a_strategy_that_is_not()
    {
        var pages = Directory.EnumerateFiles(Repository.PathOf("docs", "strategies"), "*.md").Select(Path.GetFileNameWithoutExtension);

        Assert.Equal(StrategyCatalog.All.Select(known => known.Code), pages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_overview_names_every_strategy_and_every_pattern()
    {
        var page = Overview();

        Assert.All(StrategyCatalog.All, known => Assert.Contains($"(strategies/{known.Code}.md)", page, StringComparison.Ordinal));
        Assert.All(CandlePatterns.All, pattern =>
            Assert.Contains($"| {pattern.RisingName} | {pattern.FallingName} |", page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_worked_candle_is_computed()
    {
        var strategy = new StrategyUnderTest(Scalper.Description);
        var votes = new ScalperVotes(strategy.Settings);
        var worked = "";

        foreach (var candle in StrategyMarkets.OfSimulation("RELIANCE", Seed, sessions: 1))
        {
            var wishes = strategy.Close(candle);
            if (wishes.IsEmpty || wishes[0].Confidence < 1) continue;
            worked = Worked(strategy, votes, candle, wishes[0]);
            break;
        }

        Assert.NotEmpty(worked);
        Assert.True(Overview().Contains(worked, StringComparison.Ordinal), $"docs/TRADING_STRATEGY.md lacks\n{worked}");
    }

    private static string Overview() => File.ReadAllText(Repository.PathOf("docs", "TRADING_STRATEGY.md"));

    private static string IndicatorsOf(StrategyDescription known) =>
        new StrategyUnderTest(known) is var made && known.Indicators(made.Settings) is { Length: > 0 } list
            ? $"Indicators with the defaults: `{list}`; it needs {made.Needed} candles."
            : $"Indicators: none; it needs {new StrategyUnderTest(known).Needed} candle.";

    private static string Table(StrategyDescription known) => string.Join('\n',
    [
        "| parameter | default | allowed | what it is |",
        "|---|---|---|---|",
        .. known.Parameters.Select(Row),
    ]);

    private static string Row(IndicatorParameter parameter)
    {
        var range = string.Create(CultureInfo.InvariantCulture, $"{parameter.Default} | {parameter.Least} to {parameter.Most}");
        return $"| `{parameter.Name}` | {range}{(parameter.Whole ? ", whole" : "")} | {parameter.Help} |";
    }

    private static string Worked(StrategyUnderTest strategy, ScalperVotes votes, in CandleValues candle, in Wish wish)
    {
        var told = strategy.Indicators;
        var side = wish.Side == Side.Buy ? "rise" : "fall";
        var pattern = Scalper.Description.Reasons[wish.Reason].Split(", ")[^1].TrimEnd('.');
        var time = DateTimeOffset.FromUnixTimeSeconds(candle.Start).ToOffset(TimeSpan.FromMinutes(330));
        var averages = Vote(ScalperVotes.OfAverages(candle.Close, told));
        string[] lines =
        [
            Told($"The candle of {time:HH:mm}: open {candle.Open:0.00}, high {candle.High:0.00}, ")
                + Told($"low {candle.Low:0.00}, close {candle.Close:0.00}."),
            "",
            "| pillar | what it saw | vote | weight |",
            "|---|---|---|---|",
            Told($"| averages | EMA 9 {told[0]:0.00}, EMA 21 {told[1]:0.00}, close {candle.Close:0.00} | {averages} | 1 |"),
            Told($"| RSI | {told[2]:0.00} | {Vote(votes.OfRsi(told))} | 1 |"),
            Told($"| SuperTrend | line {told[3]:0.00} | {Vote(ScalperVotes.OfTrend(told))} | 1 |"),
            Told($"| price action | {pattern}, a span of {candle.High - candle.Low:0.00} ")
                + Told($"against an average true range of {told[5]:0.00} | {side} | 1 |"),
            "",
            Told($"4 of 4 for a {side}: confidence {wish.Confidence:0.00}. {wish.Side} at {candle.Close:0.00}, ")
                + Told($"stop {wish.Stop:0.00}, target {wish.Target:0.00}."),
        ];
        return string.Join('\n', lines);
    }

    private static string Told(FormattableString text) => FormattableString.Invariant(text);

    private static string Vote(int vote) => vote > 0 ? "rise" : vote < 0 ? "fall" : "none";
}
