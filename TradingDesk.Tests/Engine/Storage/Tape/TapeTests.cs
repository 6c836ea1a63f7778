using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Tape;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Storage.Tape;

public sealed class TapeTests
{
    private const string File = "2026-01-05.tape";

    private static readonly DeskPlan _plan = TestPlans.File(TradingCalendar.AlwaysOpen, 1, 5, 60) with { Indicators = "SMA:2" };

    [Fact]
    public void A_rerun_says_the_same_facts()
    {
        using var folder = new TempFolder();
        var (facts, hash) = Record(folder.Path, blocks: 20);

        var check = Check(folder);

        Assert.True(check.Identical, check.Difference);
        Assert.Equal((facts, hash, 1), (check.Facts, check.Hash, check.Starts));
        Assert.True(facts > 200);
        Assert.Empty(check.Remarks);
    }

    /// <summary>In words: wherever a kill cuts the last block, all before it is still proved and the cut is told.</summary>
    [Fact]
    public void A_block_cut_off_anywhere_is_left_out_and_told()
    {
        using var folder = new TempFolder();
        var (factsBefore, hashBefore) = Record(folder.Path, blocks: 2);
        var lengthBefore = Length(folder);
        folder.Clear();
        Record(folder.Path, blocks: 3);
        var whole = System.IO.File.ReadAllBytes(folder.File(File));

        for (var length = lengthBefore + 1; length < whole.Length; length++)
        {
            System.IO.File.WriteAllBytes(folder.File(File), whole[..length]);
            var check = Check(folder);
            Assert.True(check.Identical, check.Difference);
            Assert.Equal((factsBefore, hashBefore), (check.Facts, check.Hash));
            Assert.Contains($"{File}, block 3", Assert.Single(check.Remarks), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_flipped_bit_in_any_byte_of_a_block_names_the_file_and_the_block()
    {
        using var folder = new TempFolder();
        Record(folder.Path, blocks: 1);
        var first = Length(folder);
        folder.Clear();
        Record(folder.Path, blocks: 2);
        var second = Length(folder);
        folder.Clear();
        Record(folder.Path, blocks: 3);
        var whole = System.IO.File.ReadAllBytes(folder.File(File));

        for (var at = first; at < second; at++)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= (byte)(1 << (at % 8));
            System.IO.File.WriteAllBytes(folder.File(File), damaged);
            var check = Check(folder);
            Assert.False(check.Identical, $"byte {at - first} of the block");
            Assert.StartsWith($"{File}, block 2", check.Difference, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_block_taken_out_of_the_middle_is_a_difference()
    {
        using var folder = new TempFolder();
        Record(folder.Path, blocks: 1);
        var first = Length(folder);
        folder.Clear();
        Record(folder.Path, blocks: 2);
        var second = Length(folder);
        folder.Clear();
        Record(folder.Path, blocks: 3);
        var whole = System.IO.File.ReadAllBytes(folder.File(File));

        System.IO.File.WriteAllBytes(folder.File(File), [.. whole[..first], .. whole[second..]]);

        Assert.Equal($"{File}, block 2 at byte {first}: the block before it is missing.", Check(folder).Difference);
    }

    [Fact]
    public void A_recorded_fact_that_comes_out_otherwise_is_named()
    {
        using var folder = new TempFolder();
        Record(folder.Path, blocks: 2);
        TapeBlock first;
        TapeBlock second;
        using (var file = System.IO.File.OpenRead(folder.File(File)))
        {
            first = TapeBlock.ReadFrom(file, out _, out _)!;
            second = TapeBlock.ReadFrom(file, out _, out _)!;
        }

        second.FactDigests[3] ^= 1;
        using (var file = System.IO.File.Create(folder.File(File)))
        {
            var earlier = first.WriteTo(file);
            (second with { Earlier = earlier }).WriteTo(file);
        }

        var check = Check(folder);

        Assert.Equal(first.FactDigests.Length + 3, check.Facts);
        Assert.Matches($"^{File}, block 2 at byte [0-9]+, start 1: fact {check.Facts + 1} was recorded", check.Difference);
    }

    [Fact]
    public void Two_starts_stand_behind_each_other_and_the_torn_end_of_the_first_goes()
    {
        using var folder = new TempFolder();
        Record(folder.Path, blocks: 2);
        using (var file = new FileStream(folder.File(File), FileMode.Open)) file.SetLength(file.Length - 5);
        Record(folder.Path, blocks: 3);

        var check = Check(folder);

        Assert.True(check.Identical, check.Difference);
        Assert.Equal(2, check.Starts);
        Assert.Empty(check.Remarks);
    }

    [Theory]
    [InlineData("a letter to a friend, longer than any head of a block: it must be more than seventy bytes, and now it is")]
    [InlineData("short")]
    [InlineData("D?")]
    public void A_file_of_another_thing_is_left_as_it_is_and_named(string content)
    {
        using var folder = new TempFolder();
        System.IO.File.WriteAllText(folder.File(File), content);
        Record(folder.Path, blocks: 1);

        var check = Check(folder);

        Assert.Equal(content, System.IO.File.ReadAllText(folder.File(File)));
        Assert.True(System.IO.File.Exists(folder.File("2026-01-05.2.tape")));
        Assert.Equal($"{File}, block 1 at byte 0: no block begins here.", check.Difference);
    }

    [Fact]
    public void The_parts_of_a_day_are_read_in_the_order_they_were_written()
    {
        using var folder = new TempFolder();
        foreach (var name in new[] { "2026-01-06.tape", "2026-01-05.10.tape", "2026-01-05.tape", "2026-01-05.2.tape" })
            System.IO.File.WriteAllText(folder.File(name), "");

        var names = TapeNames.InOrder(folder.Path).Select(Path.GetFileName);

        Assert.Equal(["2026-01-05.tape", "2026-01-05.2.tape", "2026-01-05.10.tape", "2026-01-06.tape"], names);
    }

    [Fact]
    public void At_midnight_the_story_goes_on_in_the_next_days_file()
    {
        using var folder = new TempFolder();
        var midnight = TestPlans.Midnight.PlusSeconds(86_400);
        using var desk = new TapedDesk(folder.Path, _plan, midnight.PlusSeconds(-20));
        for (var block = -2; block < 3; block++) desk.TakeBlock(midnight.PlusSeconds(block * 10));

        var check = Check(folder);

        Assert.True(check.Identical, check.Difference);
        Assert.Equal((desk.Hash.Count, desk.Hash.ToString()), (check.Facts, check.Hash));
        Assert.Equal([File, "2026-01-06.tape"], TapeNames.InOrder(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_tape_that_lost_its_beginning_says_where_the_start_stood_and_proves_nothing()
    {
        using var folder = new TempFolder();
        var midnight = TestPlans.Midnight.PlusSeconds(86_400);
        using (var desk = new TapedDesk(folder.Path, _plan, midnight.PlusSeconds(-20)))
        {
            for (var block = -2; block < 3; block++) desk.TakeBlock(midnight.PlusSeconds(block * 10));
        }

        System.IO.File.Delete(folder.File(File));

        var check = Check(folder);

        Assert.False(check.Identical);
        Assert.Contains("start stood on a tape that is no longer there", Assert.Single(check.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_opened_at_midnight_costs_inputs_that_stay_told_and_no_more()
    {
        using var folder = new TempFolder();
        var midnight = TestPlans.Midnight.PlusSeconds(86_400);
        using var desk = new TapedDesk(folder.Path, _plan, midnight.PlusSeconds(-10));
        desk.TakeBlock(midnight.PlusSeconds(-10));
        Directory.CreateDirectory(folder.File("2026-01-06.tape"));

        desk.TakeBlock(midnight);
        var inTrouble = desk.Writer.State;
        Directory.Delete(folder.File("2026-01-06.tape"));
        desk.TakeBlock(midnight.PlusSeconds(10));

        Assert.Equal((PartHealth.Failed, 10L), (inTrouble.Health, inTrouble.Lost));
        Assert.Equal((PartHealth.Struggling, 10L), (desk.Writer.State.Health, desk.Writer.State.Lost));
        Assert.Contains("10 inputs before it are lost", Assert.Single(Check(folder).Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void A_tape_that_somebody_takes_away_is_missed_and_the_next_block_says_so()
    {
        using var folder = new TempFolder();
        using var desk = new TapedDesk(folder.Path, _plan, TestPlans.Midnight);
        desk.TakeBlock(TestPlans.Midnight);

        System.IO.File.Delete(folder.File(File));
        desk.TakeBlock(TestPlans.Midnight.PlusSeconds(10));

        Assert.Equal(PartHealth.Struggling, desk.Writer.State.Health);
        Assert.False(Check(folder).Identical);
    }

    [Fact]
    public void A_day_beyond_its_bytes_goes_on_in_parts_and_the_oldest_go_but_never_the_open_one()
    {
        using var folder = new TempFolder();
        using var desk = new TapedDesk(folder.Path, _plan, TestPlans.Midnight, bytes: 4_000);

        for (var block = 0; block < 40; block++) desk.TakeBlock(TestPlans.Midnight.PlusSeconds(block * 10));
        var parts = TapeNames.InOrder(folder.Path).Select(path => new FileInfo(path)).ToList();

        Assert.Equal(PartHealth.Well, desk.Writer.State.Health);
        Assert.DoesNotContain(parts, part => part.Name == File);
        Assert.InRange(parts.Sum(part => part.Length), 1, 6_000);
    }

    [Fact]
    public void A_wall_clock_that_is_behind_the_newest_tape_does_not_delete_what_it_writes()
    {
        using var folder = new TempFolder();
        System.IO.File.WriteAllText(folder.File("2027-01-01.tape"), "");
        var written = folder.File(File);
        System.IO.File.WriteAllText(written, "");

        new TapeShelf(folder.Path, Days: 1, long.MaxValue).Trim(written);

        Assert.True(System.IO.File.Exists(written));
    }

    [Fact]
    public void A_start_that_was_lost_is_not_mistaken_for_the_run_before()
    {
        using var folder = new TempFolder();
        var (facts, hash) = Record(folder.Path, blocks: 1);
        using (var desk = new TapedDesk(folder.Path, _plan, TestPlans.Midnight.PlusSeconds(100)))
        {
            desk.TakeBlock(TestPlans.Midnight.PlusSeconds(100));
            desk.TakeBlock(TestPlans.Midnight.PlusSeconds(110));
        }

        var blocks = Blocks(folder);
        using (var file = System.IO.File.Create(folder.File(File)))
        {
            blocks[0].WriteTo(file);
            (blocks[^1] with { Earlier = new byte[TapeBlock.HashBytes], LostBefore = 7 }).WriteTo(file);
        }

        var check = Check(folder);

        Assert.False(check.Identical);
        Assert.Contains("7 inputs before it are lost", check.Difference, StringComparison.Ordinal);
        Assert.Equal((facts, hash), (check.Facts, check.Hash));
        Assert.Contains("7 inputs before it are lost", Assert.Single(check.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void A_disk_that_does_not_keep_up_costs_inputs_that_are_counted_and_told()
    {
        using var folder = new TempFolder();
        using var desk = new TapedDesk(folder.Path, _plan, TestPlans.Midnight);

        Fill(desk, TestPlans.Midnight, pages: 12);
        var lost = desk.Lost;
        desk.Write();
        desk.TakeBlock(TestPlans.Midnight.PlusSeconds(900));
        var check = Check(folder);

        Assert.True(lost > 0);
        Assert.Equal((PartHealth.Struggling, lost), (desk.Writer.State.Health, desk.Writer.State.Lost));
        Assert.False(check.Identical);
        Assert.Contains($"{lost} inputs before it are lost", check.Difference, StringComparison.Ordinal);
        Assert.Contains($"{lost} inputs before it are lost", Assert.Single(check.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_whose_outbox_was_set_larger_is_rerun_with_the_same()
    {
        using var folder = new TempFolder();
        var plan = TestPlans.File(TradingCalendar.AlwaysOpen, 300, 60) with { FactsCapacity = 60_000 };
        using (var desk = new TapedDesk(folder.Path, plan, TestPlans.Midnight))
        {
            var wanted = new ChangeTimeframes([.. Enumerable.Range(1, 16).Select(minutes => new Timeframe(minutes * 60))]);
            desk.Take(DeskInput.Of(TestPlans.Midnight, new SubmittedCommand(1, "test", wanted)));
            desk.TakeBlock(TestPlans.Midnight);
        }

        var check = Check(folder);

        Assert.True(check.Identical, check.Difference);
    }

    /// <summary>A run of that many blocks from midnight on; gives the facts' number and hash.</summary>
    private static (long Facts, string Hash) Record(string folder, int blocks)
    {
        using var desk = new TapedDesk(folder, _plan, TestPlans.Midnight);
        for (var block = 0; block < blocks; block++) desk.TakeBlock(TestPlans.Midnight.PlusSeconds(block * 10));
        return (desk.Hash.Count, desk.Hash.ToString());
    }

    /// <summary>So many handed-over pages that nobody writes.</summary>
    private static void Fill(TapedDesk desk, Instant from, int pages)
    {
        for (var page = 0; page < pages; page++)
        {
            desk.Take(DeskInput.Time(from.PlusSeconds(page)));
            desk.HandOver();
        }
    }

    private static List<TapeBlock> Blocks(TempFolder folder) => [.. new TapeReader(folder.Path).Blocks().Select(read => read.Block)];

    private static int Length(TempFolder folder) => (int)new FileInfo(folder.File(File)).Length;

    private static TapeCheck Check(TempFolder folder)
    {
        using var rerun = new TapeRerun(folder.Path);
        return rerun.Run();
    }
}
