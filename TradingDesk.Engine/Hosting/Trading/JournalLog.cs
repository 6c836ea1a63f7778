using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Hosting.Trading.Words;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Observation.Log;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.People;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;
using TradingDesk.Engine.Storage.Sqlite.Journal;

namespace TradingDesk.Engine.Hosting.Trading;

/// <summary>The journal's rows as lines of a log: whose each is, by whom, and in a trader's words.</summary>
internal sealed class JournalLog(JournalReader journal, JournalNames names, InstrumentTable instruments)
{
    /// <summary>Rows looked at for one page: what is rare is searched for in steps, each far below a second.</summary>
    public const int RowsMost = 20_000;

    public const int LinesMost = 500;

    private const string Desk = "desk";
    private const string Venue = "venue";

    public LogPage Read(LogQuery query)
    {
        var lines = new List<LogLine>();
        var (count, newest, looked, last) = (Math.Clamp(query.Count, 1, LinesMost), 0L, 0, 0L);
        foreach (var row in journal.Before(query.Before, RowsMost))
        {
            if (row.Seq <= query.After) break;
            (newest, last, looked) = (Math.Max(newest, row.Seq), row.Seq, looked + 1);
            if (LineOf(row, query) is { } line) lines.Add(line);
            if (lines.Count == count) break;
        }

        var mayBeMore = lines.Count == count || looked == RowsMost;
        var page = new LogPage(lines, newest, mayBeMore && last > 1 ? last : 0);
        return query.OnlyDeeds && lines.Count > 0 ? page with { Lines = new ChangedTerms(journal, lines[0].Seq).AddTo(lines) } : page;
    }

    /// <summary>Null for a row that is not asked for.</summary>
    private LogLine? LineOf(JournalRow row, LogQuery query)
    {
        var fact = row.IsFact ? row.ToFact() : default;
        var owner = row.IsFact ? OwnerOf(fact) : null;
        var topic = TopicOf(row.Kind);
        if (query.Account is { } wanted && owner is { } other && other != wanted) return null;
        if (query.Topics.Count > 0 && !query.Topics.Contains(topic)) return null;
        var given = row.IsFact && SubmittedCommand.TryParse(row.Command, out var command) ? command : null;
        if (query.OnlyDeeds && !IsDeed(given)) return null;
        var by = given?.Principal ?? (IsOfVenue(fact) ? Venue : Desk);
        if (query.By.Length > 0 && query.By != by) return null;
        var (kind, sentence) = JournalWords.Of(row, names);
        return new LogLine(row.Seq, row.At, topic, kind, sentence + ReasonOf(given?.Command))
        {
            Order = row.Intent > 0 ? OrderLives.StepOf(fact, nanos: 0).Order : OrderId.None,
            Instrument = row.Segment != 0 && instruments.TryFind(row.Segment, row.Token, out var instrument) ? instrument!.Id : null,
            Account = owner is { } account ? names.Of(account) : "",
            Alert = topic == LogTopic.Alert ? fact.Alert.Number : 0,
            By = by,
            Asked = given is { Number: > 0 } ? CommandRights.Of(given.Command)?.Doing ?? "" : "",
        };
    }

    /// <summary>
    /// What came through the gate for an account; what concerns the desk as a whole stands in the audit, but for the console's.
    /// </summary>
    private static bool IsDeed(SubmittedCommand? given) => given is { Number: > 0 }
        && (given.Account.Length > 0 || given.Principal == Principal.Console.Name || given.Principal == Principal.Settings.Name);

    /// <summary>Null for what concerns the whole desk.</summary>
    private AccountId? OwnerOf(in DeskFact fact) => TopicOf(fact.Kind) switch
    {
        LogTopic.Order or LogTopic.Refusal => OwnerOfOrder(fact),
        LogTopic.Strategy => fact.Kind is FactKind.SignalRaised or FactKind.RunEvaluated
            ? names.OwnerOf(fact.Signal.Run) ?? new AccountId(-1) : fact.Run.Account,
        LogTopic.Money => fact.Account.Account,
        LogTopic.Alert => fact.Kind == FactKind.DayPeakRose ? fact.Alert.Account : null,
        LogTopic.Safety => OwnerOfSafety(fact),
        _ => null,
    };

    private static AccountId OwnerOfOrder(in DeskFact fact) => fact.Kind switch
    {
        FactKind.IntentAccepted or FactKind.IntentDenied => fact.Intent.Account,
        FactKind.BracketMoved => fact.Bracket.Account,
        _ => fact.Order.Account,
    };

    private static AccountId? OwnerOfSafety(in DeskFact fact) => fact.Kind switch
    {
        FactKind.KillLatched or FactKind.KillMoved or FactKind.KillCleared =>
            fact.Kill.Scope == KillScope.Desk ? null : fact.Kill.Account,
        FactKind.AccountArmed or FactKind.SquareOffMissed => fact.Account.Account,
        _ => fact.Risk.Account,
    };

    private static LogTopic TopicOf(FactKind kind) => kind switch
    {
        FactKind.IntentDenied => LogTopic.Refusal,
        FactKind.IntentAccepted or FactKind.OrderMoved or FactKind.StopMoved or FactKind.BracketMoved => LogTopic.Order,
        >= FactKind.RunDeclared and <= FactKind.RunEvaluated => LogTopic.Strategy,
        FactKind.SquareOffMissed or FactKind.AccountArmed => LogTopic.Safety,
        >= FactKind.LimitsSet and <= FactKind.KillCleared => LogTopic.Safety,
        >= FactKind.AlertAdded => LogTopic.Alert,
        >= FactKind.AccountOpened => LogTopic.Money,
        _ => LogTopic.Desk,
    };

    private static bool IsOfVenue(in DeskFact fact) => fact.Kind == FactKind.OrderMoved
        && fact.Order.Source is EvidenceSource.Reply or EvidenceSource.Stream or EvidenceSource.OrderBook or EvidenceSource.TradeBook;

    private static string ReasonOf(DeskCommand? command) =>
        AskedWords.ReasonOf(command) is { Length: > 0 } reason ? $" Reason: {reason}" : "";
}
