using System.Runtime.InteropServices;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Tape;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Storage.Tape;

public sealed class InputCodecTests
{
    private static readonly Instant _at = TestPlans.Open.PlusMilliseconds(7);

    [Fact]
    public void A_tick_and_a_book_keep_every_bit()
    {
        var random = new Random(61);
        var tick = Filled<Tick>(random);
        var depth = Filled<Depth>(random);

        Assert.Equal(tick, Again(DeskInput.Of(_at, TestPlans.Two, tick)).Tick);
        Assert.Equal(Bytes(depth), Bytes(Again(DeskInput.Of(_at, TestPlans.Two, depth)).Depth));
    }

    [Fact]
    public void A_warm_instrument_keeps_every_bit()
    {
        var random = new Random(62);
        WarmRung[] rungs = [new(60, Filled<RungState>(random), [random.NextInt64(), -1, 0]), new(86_400, default, [])];
        var warm = new WarmInstrument(7, _at, Filled<RememberedDay>(random), [.. rungs]);

        var again = (WarmInstrument)Again(DeskInput.Warm(_at, TestPlans.Two, warm)).Cargo!;

        Assert.Equal((7, _at), (again.Request, again.Through));
        Assert.Equal(Bytes(warm.Day), Bytes(again.Day));
        foreach (var (rung, same) in warm.Rungs.Zip(again.Rungs))
        {
            Assert.Equal(rung.Seconds, same.Seconds);
            Assert.Equal(rung.Words, same.Words);
            Assert.Equal(Bytes(rung.Rung), Bytes(same.Rung));
        }
    }

    [Fact]
    public void The_largest_lists_that_a_desk_allows_come_back_from_the_tape()
    {
        var widest = string.Join(',', Enumerable.Range(4_937, Limits.ColumnsMost).Select(period => $"WILLR:{period}"));
        var lists = IndicatorLists.Parse(widest, TestPlans.Instruments(2), out _)!;
        var words = new IndicatorSet(lists.For(TestPlans.One, Timeframe.Minute)).StateWords;
        Assert.True(lists.FitMemory(instruments: 2, timeframes: 8));

        var warm = new WarmInstrument(1, _at, default, [new WarmRung(60, default, new long[words]), new WarmRung(300, default, [7])]);
        var again = (WarmInstrument)Again(DeskInput.Warm(_at, TestPlans.Two, warm)).Cargo!;

        Assert.Equal([words, 1], again.Rungs.Select(rung => rung.Words.Length));
    }

    [Fact]
    public void What_an_ended_contract_was_worth_keeps_every_bit()
    {
        var price = Filled<Tick>(new Random(63));

        var again = Again(DeskInput.Settlement(_at, TestPlans.Two, price));

        Assert.Equal((InputKind.Settlement, TestPlans.Two), (again.Kind, again.Instrument));
        Assert.Equal(Bytes(price), Bytes(again.Tick));
    }

    [Fact]
    public void The_end_of_a_changes_history_keeps_its_request_and_reason()
    {
        var again = Again(DeskInput.WarmedUp(_at, 3, RefusalCode.HistoryUnreadable));

        Assert.Equal((3, RefusalCode.HistoryUnreadable), again.WarmEnd);
    }

    [Theory]
    [InlineData("SMA:9,EMA:21; 5m=RSI:14", "a note, with spaces")]
    [InlineData("", "")]
    [InlineData("FOO:3", "two\nlines")]
    public void A_change_of_indicators_comes_back_as_it_was_asked(string lists, string note)
    {
        var wanted = new ChangeIndicators(4, lists, note);

        var again = (SubmittedCommand)Again(DeskInput.Of(_at, new SubmittedCommand(42, "me", wanted))).Cargo!;

        Assert.Equal(wanted, again.Command);
    }

    [Fact]
    public void Time_and_the_end_of_history_keep_their_stamps()
    {
        Again(DeskInput.Time(_at));
        Again(DeskInput.HistoryEnd(_at));
    }

    [Fact]
    public void A_plan_comes_back_as_it_was()
    {
        var plan = TestPlans.Live(TestCalendars.Weekdays, 3, 5, 60, 86_400) with
        {
            Indicators = "SMA:9,SUPERTREND:10:3",
            FactsCapacity = 12_345,
        };

        var again = (DeskPlan)Again(DeskInput.Started(_at, plan)).Cargo!;

        Assert.Equal(plan.ToText(), again.ToText());
        Assert.Equal((1_000, true, 12_345), (again.ClosingLagMilliseconds, again.SilenceMeansAway, again.FactsCapacity));
        Assert.Equal(plan.Timeframes, again.Timeframes);
        Assert.Equal(plan.Instruments.All, again.Instruments.All);
        Assert.Equal(plan.Calendar.Entries.Select(entry => entry.ToLine()), again.Calendar.Entries.Select(entry => entry.ToLine()));
    }

    [Theory]
    [InlineData("operator", 60, 120)]
    [InlineData("two\nlines", 86_400)]
    [InlineData("")]
    [InlineData("asked for what does not exist", 0, -7, 61, int.MaxValue)]
    public void A_command_comes_back_as_it_was_asked_even_when_the_desk_will_refuse_it(string principal, params int[] seconds)
    {
        var wanted = new ChangeTimeframes([.. seconds.Select(timeframe => new Timeframe(timeframe))]);

        var again = (SubmittedCommand)Again(DeskInput.Of(_at, new SubmittedCommand(42, principal, wanted))).Cargo!;

        Assert.Equal((42L, principal), (again.Number, again.Principal));
        Assert.Equal(wanted.Timeframes, ((ChangeTimeframes)again.Command).Timeframes);
    }

    [Fact]
    public void Inputs_behind_each_other_are_read_one_by_one()
    {
        var bytes = new byte[1_000];
        var length = InputCodec.Write(DeskInput.Time(_at), bytes);
        length += InputCodec.Write(DeskInput.Of(_at, TestPlans.One, new Tick { Time = _at, Last = new Price(3) }), bytes.AsSpan(length));
        length += InputCodec.Write(DeskInput.HistoryEnd(_at), bytes.AsSpan(length));

        var kinds = new List<InputKind>();
        for (var from = 0; from < length;)
        {
            from += InputCodec.Read(bytes.AsSpan(from, length - from), out var input);
            kinds.Add(input.Kind);
        }

        Assert.Equal([InputKind.Time, InputKind.Tick, InputKind.HistoryEnd], kinds);
    }

    [Fact]
    public void Bytes_that_end_inside_an_input_or_are_none_are_told_as_such()
    {
        var bytes = new byte[200];
        var length = InputCodec.Write(DeskInput.Of(_at, new SubmittedCommand(1, "me", new ChangeTimeframes([]))), bytes);

        for (var cut = 0; cut < length; cut++) Assert.Throws<FormatException>(() => InputCodec.Read(bytes.AsSpan(0, cut), out _));
        for (var kind = 14; kind < 256; kind++)
        {
            bytes[0] = (byte)kind;
            Assert.Throws<FormatException>(() => InputCodec.Read(bytes, out _));
        }
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("build 1\ninstruments\n")]
    [InlineData("build 1\nbuild 2\ninstruments\n")]
    [InlineData("instruments\n1\t1\tA\tA\tWhale\t1\t5\t0\t\t0\t1\n")]
    public void A_plan_that_cannot_be_read_is_a_broken_tape(string text) => Assert.Throws<FormatException>(() => DeskPlan.Parse(text));

    /// <summary>The input written and read again, with head and length checked.</summary>
    private static DeskInput Again(DeskInput input)
    {
        input = input with { MonotonicNanos = 987_654_321 };
        var bytes = new byte[InputCodec.BytesOf(input)];
        var length = InputCodec.Write(input, bytes);
        Assert.Equal(length, InputCodec.Read(bytes, out var again));
        Assert.Equal((input.Kind, input.Instrument), (again.Kind, again.Instrument));
        Assert.Equal((input.At, input.MonotonicNanos), (again.At, again.MonotonicNanos));
        return again;
    }

    private static T Filled<T>(Random random)
        where T : unmanaged
    {
        T filled = default;
        random.NextBytes(MemoryMarshal.AsBytes(new Span<T>(ref filled)));
        return filled;
    }

    private static byte[] Bytes<T>(T value)
        where T : unmanaged => MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)).ToArray();
}
