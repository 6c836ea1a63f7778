using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line;

/// <summary>Says facts into the outbox, one method per kind, stamped with the line's clock.</summary>
internal sealed class DeskVoice(Outbox outbox, LevelBoard board)
{
    /// <summary>The line's clock, set by the pipeline before it speaks.</summary>
    public Instant Clock { get; set; }

    /// <summary>The number of the newest fact.</summary>
    public long Published => outbox.Published;

    /// <summary>The number of the newest fact that the journal keeps.</summary>
    public long Journaled => outbox.Journaled;

    public void Started() => Say(FactKind.Started);

    public void HistoryLoaded() => Say(FactKind.HistoryLoaded);

    public void TimeframesChanged(long command) => Answer(FactKind.TimeframesChanged, command, RefusalCode.None);

    public void CalendarChanged(long command) => Answer(FactKind.CalendarChanged, command, RefusalCode.None);

    public void HistoryWanted() => Say(FactKind.HistoryWanted);

    public void IndicatorsChanged(long command) => Answer(FactKind.IndicatorsChanged, command, RefusalCode.None);

    public void TimeframesWarm(long command) => Answer(FactKind.TimeframesWarm, command, RefusalCode.None);

    public void TimeframesCold(long command, RefusalCode code) => Answer(FactKind.TimeframesCold, command, code);

    public void Refused(long command, RefusalCode code) => Answer(FactKind.CommandRefused, command, code);

    public void TimeJumped(long nanos)
    {
        Begin(FactKind.TimeJumped).GapNanos = nanos;
        outbox.Publish();
    }

    /// <summary>Says a fact that was made elsewhere, with the command that caused it; gives its number.</summary>
    public long Say(in DeskFact made, SubmittedCommand? command)
    {
        ref var fact = ref outbox.Next();
        var number = fact.Number;
        fact = made;
        (fact.Number, fact.At) = (number, Clock);
        if (command is not null) outbox.Carry(command);
        outbox.Publish();
        return number;
    }

    public void CandleClosed(InstrumentId id, in Candle candle)
    {
        ref var fact = ref Begin(FactKind.CandleClosed);
        fact.Instrument = id;
        fact.Candle = candle;
        outbox.Publish();
    }

    /// <summary>The indicators at a candle's close, nine columns to a fact; a value is NaN until ready.</summary>
    public void IndicatorsRead(InstrumentId id, in Candle candle, int listVersion, ReadOnlySpan<double> values)
    {
        for (var first = 0; first < values.Length; first += IndicatorReadings.Most)
        {
            var count = Math.Min(IndicatorReadings.Most, values.Length - first);
            ref var fact = ref Begin(FactKind.IndicatorsRead);
            fact.Instrument = id;
            ref var readings = ref fact.Readings;
            readings.Start = candle.Start;
            readings.Seconds = candle.Seconds;
            readings.ListVersion = listVersion;
            readings.First = (short)first;
            readings.Count = (short)count;
            Fill(ref readings, values.Slice(first, count));
            outbox.Publish();
        }
    }

    /// <summary>A value that is not ready is written as zero with its bit clear, so that no NaN's bits reach the fact hash.</summary>
    private static void Fill(ref IndicatorReadings readings, ReadOnlySpan<double> values)
    {
        for (var column = 0; column < values.Length; column++)
        {
            if (double.IsNaN(values[column])) continue;
            readings.Values[column] = values[column];
            readings.Ready |= 1 << column;
        }
    }

    private void Answer(FactKind kind, long command, RefusalCode code)
    {
        ref var fact = ref Begin(kind);
        fact.Command = command;
        fact.Refusal = code;
        outbox.Publish();
        board.Answer(new CommandAnswer(command, kind, code));
    }

    private void Say(FactKind kind)
    {
        Begin(kind);
        outbox.Publish();
    }

    private ref DeskFact Begin(FactKind kind)
    {
        ref var fact = ref outbox.Next();
        fact.Kind = kind;
        fact.At = Clock;
        return ref fact;
    }
}
