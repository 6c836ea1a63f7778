using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Tape;
using TradingDesk.Tests.Cli;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Storage.Tape;

/// <summary>Damage of every kind: verify names the file, the block and its place in the file, and a desk that starts afterwards goes
/// on.</summary>
public sealed class TapeDamageTests : IDisposable
{
    private const int Blocks = 4;
    private const string First = "2026-01-05.tape";
    private const string Second = "2026-01-06.tape";
    private const string Third = "2026-01-07.tape";

    private static readonly DeskPlan _plan = TestPlans.File(TradingCalendar.AlwaysOpen, 1, 5, 60);
    private static readonly Instant _midnight = TestPlans.Midnight;

    private readonly TempFolder _folder = new();

    /// <summary>In words: whichever byte is flipped, its block is named, and every other block can still be read.</summary>
    [Fact]
    public void A_flipped_bit_in_any_byte_of_a_tape_is_found_where_it_is_and_costs_one_block()
    {
        var starts = Record();
        var whole = File.ReadAllBytes(_folder.File(First));

        for (var at = 0; at < whole.Length; at++)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= (byte)(1 << (at % 8));
            File.WriteAllBytes(_folder.File(First), damaged);
            var block = starts.FindLastIndex(start => start <= at);
            var reader = new TapeReader(_folder.Path);

            var difference = Check().Difference;
            var readable = reader.Readable().Select(read => read.Place).ToList();

            Assert.StartsWith($"{First}, block {block + 1} at byte {starts[block]}: ", difference, StringComparison.Ordinal);
            Assert.Equal(Blocks - 1, readable.Count);
            Assert.StartsWith($"{First}, block {block + 1} at byte {starts[block]}: ", Assert.Single(reader.PassedOver),
                StringComparison.Ordinal);
        }
    }

    /// <summary>In words: wherever a tape ends, all blocks before the cut are proven and the cut one is named.</summary>
    [Fact]
    public void A_tape_that_ends_at_any_byte_is_proven_up_to_there()
    {
        var starts = Record();
        var whole = File.ReadAllBytes(_folder.File(First));

        for (var length = starts[1]; length < whole.Length; length++)
        {
            File.WriteAllBytes(_folder.File(First), whole[..length]);
            var block = starts.FindLastIndex(start => start <= length);
            var torn = $"{First}, block {block + 1} at byte {starts[block]} was cut off while it was written and is left out";

            var check = Check();

            Assert.True(check.Identical, check.Difference);
            Assert.Equal(starts.Contains(length) ? [] : [torn], check.Remarks);
        }
    }

    [Fact]
    public void Two_blocks_that_changed_places_are_a_difference_at_the_first_of_them()
    {
        var starts = Record();
        var whole = File.ReadAllBytes(_folder.File(First));

        File.WriteAllBytes(_folder.File(First),
            [.. whole[..starts[1]], .. whole[starts[2]..starts[3]], .. whole[starts[1]..starts[2]], .. whole[starts[3]..]]);

        AssertVerify(1, $"different: {First}, block 2 at byte {starts[1]}: the block before it is missing.");
    }

    [Fact]
    public void A_day_that_is_missing_is_told_by_the_first_block_of_the_next()
    {
        RecordDays();

        File.Delete(_folder.File(Second));

        AssertVerify(1, $"different: {Third}, block 1 at byte 0: the block before it is missing.");
    }

    [Fact]
    public void A_first_day_that_is_missing_is_told_as_the_start_that_stood_there()
    {
        RecordDays();

        File.Delete(_folder.File(First));

        AssertVerify(1, $"left out: {Second}, block 1 at byte 0: the desk's start stood on a tape that is no longer there");
    }

    [Fact]
    public void A_file_that_has_another_days_name_breaks_the_story_where_it_stands()
    {
        RecordDays();

        File.Move(_folder.File(Second), _folder.File("2026-01-09.tape"));

        AssertVerify(1, $"different: {Third}, block 1 at byte 0: the block before it is missing.");
    }

    [Fact]
    public void An_empty_file_takes_nothing_away()
    {
        Record();

        File.WriteAllBytes(_folder.File(Second), []);

        AssertVerify(0, "identical ");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1_000)]
    [InlineData(10_000)]
    public void A_file_that_grew_by_garbage_is_told_behind_its_last_block(int bytes)
    {
        Record();
        var end = new FileInfo(_folder.File(First)).Length;

        using (var file = new FileStream(_folder.File(First), FileMode.Append)) file.Write(Enumerable.Repeat((byte)0xA5, bytes).ToArray());

        AssertVerify(1, $"different: {First}, block {Blocks + 1} at byte {end}: no block begins here.");
    }

    [Fact]
    public void A_desk_that_starts_on_a_damaged_tape_keeps_its_own_whole_and_leaves_the_damage()
    {
        var starts = Record();
        var damaged = File.ReadAllBytes(_folder.File(First));
        damaged[starts[1]] ^= 1;
        File.WriteAllBytes(_folder.File(First), damaged);

        using (var desk = new TapedDesk(_folder.Path, _plan, _midnight.PlusSeconds(500)))
        {
            desk.TakeBlock(_midnight.PlusSeconds(500));
            Assert.Equal(PartHealth.Well, desk.Writer.State.Health);
        }

        Assert.Equal(damaged, File.ReadAllBytes(_folder.File(First)));
        Assert.Equal(Blocks - 1 + 1, new TapeReader(_folder.Path).Readable().Count());
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>A run on one day; gives where its blocks begin.</summary>
    private List<int> Record()
    {
        var starts = new List<int>();
        using var desk = new TapedDesk(_folder.Path, _plan, _midnight);
        for (var block = 0; block < Blocks; block++)
        {
            starts.Add(block == 0 ? 0 : (int)new FileInfo(_folder.File(First)).Length);
            desk.TakeBlock(_midnight.PlusSeconds(block * 10));
        }

        return starts;
    }

    /// <summary>One run over three days, a block on each.</summary>
    private void RecordDays()
    {
        using var desk = new TapedDesk(_folder.Path, _plan, _midnight);
        for (var day = 0; day < 3; day++) desk.TakeBlock(_midnight.PlusSeconds(day * 86_400));
    }

    private TapeCheck Check()
    {
        using var rerun = new TapeRerun(_folder.Path);
        return rerun.Run();
    }

    private void AssertVerify(int exitCode, string line)
    {
        var run = CliRun.Of("verify", _folder.Path);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(line, run.Out, StringComparison.Ordinal);
    }
}
