using System.Text.Json;
using TradingDesk.Engine;
using TradingDesk.Engine.Feeds;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Tape;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Cli;

/// <summary>Re-runs of tapes as the command line tells them.</summary>
public sealed class VerifyVerbTests
{
    [Fact]
    public void A_whole_tape_is_identical_wherever_one_points()
    {
        using var folder = new TempFolder();
        Record(folder.File("simulated", "tape"));

        var ofData = CliRun.Of("verify", folder.Path);
        var ofTape = CliRun.Of("verify", folder.File("simulated", "tape"));

        Assert.Equal((0, ""), (ofData.ExitCode, ofData.Error));
        Assert.Matches("^identical [1-9][0-9]* facts [0-9a-f]{64}$", ofData.Out.Trim());
        Assert.Equal(ofData.Out, ofTape.Out);
    }

    [Fact]
    public void A_machine_reads_the_same()
    {
        using var folder = new TempFolder();
        Record(folder.File("simulated", "tape"));

        var root = JsonDocument.Parse(CliRun.Of("verify", folder.Path, "--json").Out).RootElement;

        Assert.True(root.GetProperty("identical").GetBoolean());
        Assert.Equal(1, root.GetProperty("tapes")[0].GetProperty("starts").GetInt32());
    }

    [Fact]
    public void A_tape_that_was_touched_is_told_and_leaves_one()
    {
        using var folder = new TempFolder();
        Record(folder.File("simulated", "tape"));
        var file = Directory.EnumerateFiles(folder.File("simulated", "tape")).Single();
        var bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(file, bytes);

        var run = CliRun.Of("verify", folder.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("different: ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tape_that_was_cut_off_is_identical_up_to_there_and_says_so()
    {
        using var folder = new TempFolder();
        Record(folder.File("simulated", "tape"));
        var file = Directory.EnumerateFiles(folder.File("simulated", "tape")).Single();
        using (var stream = new FileStream(file, FileMode.Append)) stream.Write("DT"u8);

        var run = CliRun.Of("verify", folder.Path);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("left out: ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_a_tape_is_told()
    {
        using var folder = new TempFolder();

        Assert.Equal(2, CliRun.Of("verify", folder.Path).ExitCode);
        Assert.Contains("holds no tape", CliRun.Of("verify", folder.Path).Error, StringComparison.Ordinal);
        Assert.Contains("does not exist", CliRun.Of("verify", folder.File("none")).Error, StringComparison.Ordinal);
    }

    /// <summary>A desk of one instrument that ran for two minutes and kept its tape.</summary>
    private static void Record(string folder)
    {
        var instruments = new InstrumentTable([ListedInstruments.Read().Instruments[0]]);
        var plan = DeskModes.Simulated(TradingCalendar.AlwaysOpen, instruments, [Timeframe.Minute], "SMA:2");
        var start = Instant.FromUnixSeconds(1_767_584_700);
        var core = new DeskCore(plan);
        using var recorder = new TapeRecorder(core.Outbox.Capacity / 4, patienceMilliseconds: 1_000);
        using var writer = new TapeWriter(recorder, core.Outbox.AddReader(), new TapeShelf(folder, 3, long.MaxValue), TimeProvider.System);
        Take(core, recorder, DeskInput.Started(start, plan));
        for (var second = 0; second < 120; second++)
        {
            var at = start.PlusSeconds(second);
            Take(core, recorder, DeskInput.Of(at, new InstrumentId(0), new Tick { Time = at, Last = Price.FromPaise(2_590_000 + second) }));
        }

        recorder.HandOver();
        while (writer.WriteNext(0))
        {
        }
    }

    private static void Take(DeskCore core, TapeRecorder recorder, in DeskInput input)
    {
        core.Pipeline.Process(input);
        recorder.Record(input, core.Outbox.Published);
    }
}
