using TradingDesk.Cli;
using TradingDesk.Cli.CommandLine;

namespace TradingDesk.Tests.Cli;

/// <summary>Verbs and options as a person types them, right and wrong.</summary>
public sealed class DeskCommandLineTests
{
    [Theory]
    [InlineData()]
    [InlineData("--help")]
    [InlineData("help")]
    public void Without_a_verb_the_usage_names_every_verb(params string[] words)
    {
        var run = CliRun.Of(words);

        Assert.Equal(0, run.ExitCode);
        string[] verbs = ["simulate", "candles", "indicators", "verify", "calendar", "doctor"];
        Assert.All(verbs, verb => Assert.Contains($"\n  {verb} ", run.Out, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("candles", "--tf")]
    [InlineData("indicators", "SUPERTREND:period:multiplier")]
    [InlineData("verify", "DIR")]
    [InlineData("calendar", "calendar [DATE]")]
    public void A_verb_explains_itself(string verb, string expected)
    {
        var run = CliRun.Of(verb, "--help");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(expected, run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'candels' is no verb; near: candles.", "candels")]
    [InlineData("candles: '--inn' is no option; near: --in.", "candles", "--inn", "x")]
    [InlineData("candles: '--xyzzyx' is no option; there are --in, --tf, --out, --calendar, --json.", "candles", "--xyzzyx")]
    [InlineData("candles needs --in FILE, --tf LIST.", "candles", "--out", "x")]
    [InlineData("candles: --out needs a value, DIR: the folder for the candles, made when it is not there.", "candles", "--out", "--json")]
    [InlineData("candles: --out is given twice.", "candles", "--out", "x", "--out=y")]
    [InlineData("candles: --json takes no value.", "candles", "--json=yes")]
    [InlineData("candles: 'ticks.csv' stands without an option.", "candles", "ticks.csv")]
    [InlineData("verify needs DIR.", "verify")]
    public void What_cannot_be_understood_is_named_and_leaves_two(string sentence, params string[] words)
    {
        var run = CliRun.Of(words);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(sentence, run.Error.TrimEnd());
        Assert.Empty(run.Out);
    }

    [Fact]
    public void A_word_from_outside_cannot_drive_the_terminal()
    {
        var run = CliRun.Of("\u001b[2J" + new string('x', 200));

        Assert.DoesNotContain('\u001b', run.Error);
        Assert.DoesNotContain(new string('x', 41), run.Error, StringComparison.Ordinal);
    }
}
