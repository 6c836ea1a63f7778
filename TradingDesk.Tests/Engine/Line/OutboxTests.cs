using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Engine.Line;

public sealed class OutboxTests
{
    [Fact]
    public void Room_is_what_the_slowest_reader_leaves()
    {
        var outbox = new Outbox(8);
        var (fast, slow) = (outbox.AddReader(), outbox.AddReader());
        for (var number = 0; number < 6; number++) Say(outbox);
        for (var number = 0; number < 6; number++) Assert.True(fast.TryRead(out _));

        Assert.True(outbox.HasRoom(2));
        Assert.False(outbox.HasRoom(3));
        Assert.Equal(6, outbox.Depth);
        Assert.True(slow.TryRead(out var first));

        Assert.Equal(1, first.Number);
        Assert.True(outbox.HasRoom(3));
    }

    [Fact]
    public void Every_fact_reaches_every_reader_once_in_order_over_many_rounds_of_the_ring()
    {
        var outbox = new Outbox(5);
        var readers = new[] { outbox.AddReader(), outbox.AddReader() };
        var next = new[] { 1L, 1L };

        for (var number = 1; number <= 1_000; number++)
        {
            Assert.True(outbox.HasRoom(1));
            Say(outbox);
            for (var reader = 0; reader < readers.Length; reader++)
            {
                while (number % (3 + reader) == 0 && readers[reader].TryRead(out var fact)) Assert.Equal(next[reader]++, fact.Number);
            }
        }

        Assert.True(next.Min() > 990);
        Assert.All(readers, reader => Assert.Equal(0, reader.Missed));
    }

    [Fact]
    public void A_reader_that_was_passed_finds_what_it_missed_and_goes_on_with_the_newest()
    {
        var outbox = new Outbox(8);
        var (quick, slow) = (outbox.AddReader(), outbox.AddReader());
        for (var number = 0; number < 8; number++) Say(outbox);
        while (quick.TryRead(out _))
        {
        }

        Assert.False(outbox.HasRoom(4));
        outbox.PassSlowReaders(4);
        Assert.True(outbox.HasRoom(4));
        for (var number = 0; number < 4; number++) Say(outbox);

        Assert.False(slow.TryRead(out _));
        Assert.Equal((12L, 12L, false), (slow.Missed, slow.Through, slow.IsPassed));
        Assert.Equal((0L, false), (quick.Missed, quick.IsPassed));
        Say(outbox);
        Assert.True(slow.TryRead(out var fact));
        Assert.Equal(13, fact.Number);
    }

    [Fact]
    public void A_place_is_clean_before_a_fact_is_written_into_it()
    {
        var outbox = new Outbox(2);
        var reader = outbox.AddReader();
        for (var number = 1; number <= 4; number++)
        {
            ref var fact = ref outbox.Next();
            Assert.Equal((default, default, 0L, 0L), (fact.At, fact.Kind, fact.Command, fact.GapNanos));
            (fact.At, fact.Kind, fact.Command, fact.GapNanos) = (new Instant(number), FactKind.TimeJumped, number, number);
            outbox.Publish();
            Assert.True(reader.TryRead(out _));
        }
    }

    [Fact]
    public void A_fact_whose_place_is_being_written_again_is_not_given_out()
    {
        var outbox = new Outbox(2);
        Say(outbox);
        Say(outbox);
        Assert.True(outbox.TryCopy(1, out _, out _));

        outbox.Next();

        Assert.False(outbox.TryCopy(1, out _, out _));
        Assert.True(outbox.TryCopy(2, out var second, out _));
        Assert.Equal(2, second.Number);
    }

    /// <summary>In words: whatever a racing reader is given is whole; what it was not given is counted as missed.</summary>
    [Fact]
    public void A_racing_reader_never_gets_a_torn_fact_and_what_it_lost_is_counted()
    {
        const int Facts = 2_000_000;
        var outbox = new Outbox(2);
        var reader = outbox.AddReader();
        var (read, torn, last, backwards) = (0L, 0L, 0L, 0L);
        var racing = new Thread(() =>
        {
            while (reader.Through < Facts)
            {
                if (!reader.TryRead(out var fact)) continue;
                read++;
                if (fact.Number <= last) backwards++;
                last = fact.Number;
                if (fact.At.Nanos != fact.Number || fact.Command != fact.Number || fact.Candle.Volume != fact.Number) torn++;
            }
        });
        racing.Start();

        for (var number = 1; number <= Facts; number++)
        {
            if (!outbox.HasRoom(1)) outbox.PassSlowReaders(1);
            ref var fact = ref outbox.Next();
            (fact.At, fact.Command, fact.Candle.Volume) = (new Instant(number), number, number);
            outbox.Publish();
        }

        racing.Join();
        Assert.Equal((0L, 0L), (torn, backwards));
        Assert.Equal(Facts, read + reader.Missed);
    }

    private static void Say(Outbox outbox)
    {
        outbox.Next();
        outbox.Publish();
    }
}
