using TradingDesk.Engine.Hosting.Trading;
using TradingDesk.Tests.Engine.Trading;

namespace TradingDesk.Tests.Engine.Hosting;

/// <summary>Runs of the settings, each an account and the words of a declaration.</summary>
public sealed class DeclaredRunsTests
{
    [Fact]
    public void Each_entry_is_an_account_and_a_declaration()
    {
        const string Setting = "PAPER-1 strategy=ma_crossover instrument=RELIANCE start=yes; PAPER-2 strategy=scalper instrument=NIFTY";
        var runs = Read(Setting, out var wrong);

        Assert.Empty(wrong);
        Assert.Equal([("PAPER-1", true), ("PAPER-2", false)], runs.Select(run => (run.Account, run.Starts)));
        Assert.StartsWith("name=Moving%20average%20crossover%20on%20RELIANCE ", runs[0].Words, StringComparison.Ordinal);
        Assert.DoesNotContain("start=", runs[0].Words, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_setting_declares_nothing()
    {
        Assert.Empty(Read(" ; ", out var wrong));

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_wrong_word_is_named_with_the_run_it_is_in()
    {
        const string Setting = "PAPER-1 strategy=scalper instrument=NIFTY; PAPER-1 strategy=scalper instrument=RELIANCE capital=-1";

        var runs = Read(Setting, out var wrong);

        Assert.Single(runs);
        Assert.StartsWith("run 2, capital: must be rupees", Assert.Single(wrong), StringComparison.Ordinal);
    }

    private static IReadOnlyList<DeclaredRun> Read(string setting, out IReadOnlyList<string> wrong) =>
        DeclaredRuns.Read(setting, TradingUnderTest.Plan.Instruments, out wrong);
}
