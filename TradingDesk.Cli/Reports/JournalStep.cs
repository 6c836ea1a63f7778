using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Hosting.Trading;
using TradingDesk.Engine.Hosting.Trading.Words;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.Journal;

namespace TradingDesk.Cli.Reports;

/// <summary>One row of a journal in words.</summary>
internal sealed record JournalStep(long Seq, int Run, long Fact, Instant At, long NanosSinceBefore)
{
    /// <summary>None where the row is about an account or a start.</summary>
    public OrderId Order { get; private init; }

    /// <summary>Such as `NSE:RELIANCE`; empty where the row is about none.</summary>
    public required string Instrument { get; init; }

    public string Kind { get; private init; } = "";

    public string Sentence { get; private init; } = "";

    /// <summary>Of the command that caused it, like the next three; all empty without one.</summary>
    public string Account { get; private init; } = "";

    public string Principal { get; private init; } = "";

    public string Key { get; private init; } = "";

    public string Command { get; private init; } = "";

    public static JournalStep Of(JournalRow row, string instrument, JournalNames names, Instant before)
    {
        var (kind, sentence) = JournalWords.Of(row, names);
        var isPrefixed = row.Intent == 0 && instrument.Length > 0;
        var step = new JournalStep(row.Seq, row.Run, row.Fact, row.At, row.At - before)
        {
            Instrument = instrument,
            Kind = kind,
            Sentence = isPrefixed ? $"{instrument}: {sentence}" : sentence,
            Order = row.Intent > 0 ? OrderOf(row.ToFact()) : OrderId.None,
        };
        if (!SubmittedCommand.TryParse(row.Command, out var command)) return step;
        return step with
        {
            Account = command!.Account,
            Principal = command.Principal,
            Key = command.Key,
            Command = command.Command.ToText(),
        };
    }

    private static OrderId OrderOf(in DeskFact fact) => OrderLives.StepOf(fact, nanos: 0).Order;
}
