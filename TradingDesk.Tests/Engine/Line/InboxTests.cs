using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Line;

public sealed class InboxTests
{
    private static readonly SubmittedCommand _command = new(1, "test", new ChangeTimeframes([]));

    [Fact]
    public void Four_writers_lose_nothing_and_each_keeps_its_order()
    {
        const int Writers = 4;
        const int Each = 100_000;
        var inbox = new Inbox(1_000, TimeProvider.System);
        var writers = Enumerable.Range(0, Writers).Select(writer => new Thread(() =>
        {
            for (var number = 0; number < Each; number++)
            {
                var tick = new Tick { Time = new Instant(number), Last = new Price(number + 1), DayVolume = ~number };
                inbox.Post(DeskInput.Of(new Instant(number), new InstrumentId(writer), tick), CancellationToken.None);
            }
        })).ToArray();
        foreach (var writer in writers) writer.Start();

        var next = new int[Writers];
        for (var read = 0; read < Writers * Each; read++)
        {
            DeskInput input;
            while (!inbox.TryRead(out input)) inbox.WaitForInput(1_000);
            var expected = next[input.Instrument.Index]++;
            if (input.Tick.Time.Nanos == expected && input.Tick.Last.Scaled == expected + 1 && input.Tick.DayVolume == ~expected) continue;
            Assert.Fail($"writer {input.Instrument.Index}: expected its input {expected}, got {input.Tick}");
        }

        foreach (var writer in writers) writer.Join();
        Assert.False(inbox.TryRead(out _));
        Assert.Equal(0, inbox.Depth);
    }

    [Fact]
    public void A_sleeping_reader_is_woken_by_the_first_input()
    {
        const int Rounds = 2_000;
        var inbox = new Inbox(100, TimeProvider.System);
        using var answered = new SemaphoreSlim(0);
        var writer = new Thread(() =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                inbox.Post(DeskInput.Time(new Instant(round)), CancellationToken.None);
                answered.Wait();
            }
        });
        writer.Start();

        var wokenLate = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var since = Environment.TickCount64;
            while (!inbox.TryRead(out _)) inbox.WaitForInput(20_000);
            if (Environment.TickCount64 - since > 15_000) wokenLate++;
            answered.Release();
        }

        writer.Join();
        Assert.Equal(0, wokenLate);
    }

    [Fact]
    public void A_command_is_refused_when_only_the_reserved_places_are_left()
    {
        var inbox = new Inbox(100, new FakeTime());
        var free = 100 - Limits.ReservedPlaces;
        for (var i = 0; i < free; i++) Assert.True(inbox.TryPostCommand(DeskInput.Of(default, _command)));

        var refused = !inbox.TryPostCommand(DeskInput.Of(default, _command));

        Assert.True(refused);
        Assert.Equal((1L, free), (inbox.CommandsRefused, inbox.Depth));
        Assert.True(inbox.TryRead(out _));
        Assert.True(inbox.TryPostCommand(DeskInput.Of(default, _command)));
    }

    [Fact]
    public void A_command_finds_room_on_a_line_that_a_feed_has_filled()
    {
        var inbox = new Inbox(1_000, new FakeTime());
        using var stop = new CancellationTokenSource();
        var feed = new Thread(() =>
        {
            while (!stop.IsCancellationRequested) inbox.Post(DeskInput.Time(new Instant(1)), stop.Token);
        });
        feed.Start();
        SpinWait.SpinUntil(() => inbox.Waits > 0);

        var taken = inbox.TryPostCommand(DeskInput.Of(default, _command));

        stop.Cancel();
        feed.Join();
        Assert.True(taken);
    }

    [Fact]
    public void A_command_happens_when_the_newest_input_did_whatever_clock_it_was_given_by()
    {
        var inbox = new Inbox(1_000, new FakeTime());
        var newest = Instant.FromUnixSeconds(1_767_585_000);
        inbox.Post(DeskInput.Time(newest), CancellationToken.None);

        inbox.TryPostCommand(DeskInput.Of(newest.PlusSeconds(500), _command));

        Assert.True(inbox.TryRead(out _) && inbox.TryRead(out var command) && command.At == newest);
    }

    [Fact]
    public void A_feed_waits_while_the_line_is_full_and_stops_waiting_when_told_to()
    {
        var inbox = new Inbox(Limits.ReservedPlaces + 1, new FakeTime());
        inbox.Post(DeskInput.Time(new Instant(1)), CancellationToken.None);
        var feed = new Thread(() => inbox.Post(DeskInput.Time(new Instant(2)), CancellationToken.None));
        feed.Start();
        SpinWait.SpinUntil(() => inbox.Waits == 1);

        Assert.Equal(1, inbox.Depth);
        Assert.True(inbox.TryRead(out var first));
        feed.Join();
        Assert.True(inbox.TryRead(out var second));
        inbox.Post(DeskInput.Time(new Instant(3)), CancellationToken.None);
        inbox.Post(DeskInput.Time(new Instant(4)), new CancellationToken(canceled: true));

        Assert.Equal((1L, 2L), (first.At.Nanos, second.At.Nanos));
        Assert.Equal((2L, 1), (inbox.Waits, inbox.Depth));
    }

    [Fact]
    public void An_input_is_stamped_with_the_monotonic_clock_and_keeps_its_own_time()
    {
        var time = new FakeTime();
        time.Advance(TimeSpan.FromMilliseconds(1_234));
        var inbox = new Inbox(100, time);

        inbox.Post(DeskInput.Time(new Instant(7)), CancellationToken.None);
        inbox.TryRead(out var input);

        Assert.Equal((7L, 1_234_000_000L), (input.At.Nanos, input.MonotonicNanos));
    }

    [Fact]
    public void A_line_without_a_place_beside_the_reserved_ones_cannot_be_made() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Inbox(Limits.ReservedPlaces, TimeProvider.System));
}
