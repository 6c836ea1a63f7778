using System.Globalization;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Hosting.Trading;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;
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

    public static JournalStep Of(JournalRow row, string instrument, Instant before)
    {
        var step = new JournalStep(row.Seq, row.Run, row.Fact, row.At, row.At - before) { Instrument = instrument };
        if (!row.IsFact) return step with { Kind = "started", Sentence = $"Run {row.Run} began, build {row.Command}." };
        step = row.Intent > 0 ? step.AboutOrder(row)
            : AlertSteps.Of(row.ToFact()) is { } told ? step with { Kind = told.Kind, Sentence = told.Sentence }
            : step.AboutAccount(row.ToFact());
        if (!SubmittedCommand.TryParse(row.Command, out var command)) return step;
        return step with
        {
            Account = command!.Account,
            Principal = command.Principal,
            Key = command.Key,
            Command = command.Command.ToText(),
        };
    }

    private JournalStep AboutOrder(JournalRow row)
    {
        var told = OrderLives.Of([row])[0];
        return this with { Order = told.Order, Kind = told.Kind, Sentence = told.Sentence };
    }

    private JournalStep AboutAccount(in DeskFact fact)
    {
        if (RiskWords.Of(fact) is { } words) return this with { Kind = words.Kind, Sentence = words.Sentence };
        var isKill = fact.Kind is FactKind.KillLatched or FactKind.KillMoved or FactKind.KillCleared;
        var (kind, sentence) = isKill ? WordsOf(fact.Kind, fact.Kill) : WordsOf(fact.Kind, fact.Account);
        return this with { Kind = kind, Sentence = Instrument.Length == 0 ? sentence : $"{Instrument}: {sentence}" };
    }

    private static (string Kind, string Sentence) WordsOf(FactKind kind, in AccountEvent what)
    {
        var number = what.Account.Index + 1;
        return kind switch
        {
            FactKind.AccountOpened => ("account-opened", Say($"Account {number} is opened with {what.Amount}.")),
            FactKind.CashMoved => ("cash-moved", Say($"{what.Amount} moved into account {number}.")),
            FactKind.AccountReset => ("account-reset", Say($"Account {number} begins anew with {what.Amount}.")),
            FactKind.DayClosed => ("day-closed", Say($"The day of account {number} is over; its charges were {what.Amount}.")),
            FactKind.PositionSettled =>
                ("settled", Say($"The {what.Product} position of account {number} is settled in cash at {what.Price}.")),
            FactKind.SquareOffMissed => ("square-off-missed", Say(
                $"The {what.Product} position of account {number} was not left on {DateOnly.FromDayNumber(what.Day):yyyy-MM-dd}.")),
            FactKind.AccountArmed => ("armed", Say($"Account {number} is armed.")),
            _ => (kind.ToString(), ""),
        };
    }

    private static (string Kind, string Sentence) WordsOf(FactKind kind, in KillEvent what)
    {
        var whose = what.Scope == KillScope.Desk ? "The desk's kill switch" : Say($"The kill switch of account {what.Account.Index + 1}");
        return kind switch
        {
            FactKind.KillLatched when what.Reach == KillReach.Positions => ("killed", $"{whose} is latched, positions are left."),
            FactKind.KillLatched => ("killed", $"{whose} is latched, positions stay."),
            FactKind.KillCleared => ("rearmed", $"{whose} is let go."),
            _ => ("kill-moved", Say(
                $"{whose} is {StageOf(what.Stage)}: {what.Open} orders open, {what.Unknown} of them unknown, {what.Held} positions held.")),
        };
    }

    private static string StageOf(KillStage stage) => stage switch
    {
        KillStage.Cancelling => "cancelling",
        KillStage.Flattening => "leaving positions",
        KillStage.Waiting => "waiting for a market or a price",
        KillStage.Unproven => "at its end, but not all is proven",
        _ => "at its end",
    };

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
