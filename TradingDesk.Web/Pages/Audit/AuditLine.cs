using TradingDesk.Engine.Observation.Log;
using TradingDesk.Engine.People;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.SignIn;

namespace TradingDesk.Web.Pages.Audit;

/// <summary>One thing somebody did or was not let do: a line of the people's audit, or a deed of the journal.</summary>
public sealed record AuditLine(bool IsOfJournal, long Number, Instant At, AuditKind Kind)
{
    private const string Commanded = "commanded";
    private const string Refused = "refused";
    private const string SignedIn = "signed-in";

    private static readonly HashSet<string> _ofSessions = [SignedIn, "signed-out", "session-revoked", "sessions-ended"];

    public required string By { get; init; }

    /// <summary>In words, such as `signed in` or `placing an order`.</summary>
    public required string Deed { get; init; }

    public required string About { get; init; }

    public string Before { get; init; } = "";

    /// <summary>What holds since, what came of it, or why not.</summary>
    public string After { get; init; } = "";

    /// <summary>The network address, where it is known.</summary>
    public string From { get; init; } = "";

    public OrderId Order { get; init; }

    public InstrumentId? Instrument { get; init; }

    public bool IsRefusal { get; init; }

    /// <summary>A line about a command names the command where others name whom, and its account where others say what was.</summary>
    public static AuditLine Of(AuditEntry entry)
    {
        var right = entry.What is Commanded or Refused ? CommandRights.All.FirstOrDefault(one => one.Command == entry.About) : null;
        return new AuditLine(false, entry.Number, entry.At, KindOf(entry.What))
        {
            By = entry.By,
            Deed = right?.Doing ?? entry.What.Replace('-', ' '),
            About = right is null ? entry.About : entry.Before,
            Before = right is null ? entry.Before : "",
            After = AfterOf(entry),
            From = entry.From,
            IsRefusal = IsRefused(entry.What),
        };
    }

    public static AuditLine Of(LogLine line) => new(true, line.Seq, line.At, KindOf(line.Topic))
    {
        By = line.By,
        Deed = line.Asked,
        About = line.Account,
        Before = line.Before,
        After = line.After.Length > 0 ? $"{line.After}. {line.Sentence}" : line.Sentence,
        Order = line.Order,
        Instrument = line.Instrument,
        IsRefusal = line.Topic == LogTopic.Refusal,
    };

    /// <summary>What of the journal is of that kind; nothing where only the people's audit has such lines.</summary>
    public static IReadOnlyList<LogTopic> TopicsOf(AuditKind kind) => [.. Enum.GetValues<LogTopic>().Where(topic => KindOf(topic) == kind)];

    /// <summary>Whether the people's audit has lines of that kind.</summary>
    public static bool IsOfPeople(AuditKind kind) => kind is AuditKind.SignIns or AuditKind.Refused or AuditKind.People or AuditKind.Desk;

    /// <summary>Of who came in the record keeps what the browser said of itself; it is named as people name it.</summary>
    private static string AfterOf(AuditEntry entry) => entry.What switch
    {
        Refused => $"not let: {entry.After.Replace('-', ' ')}",
        SignedIn => BrowserName.Of(entry.After),
        _ => entry.After,
    };

    private static AuditKind KindOf(string what) => what switch
    {
        _ when IsRefused(what) => AuditKind.Refused,
        Commanded => AuditKind.Desk,
        _ when _ofSessions.Contains(what) => AuditKind.SignIns,
        _ => AuditKind.People,
    };

    private static AuditKind KindOf(LogTopic topic) => topic switch
    {
        LogTopic.Order => AuditKind.Orders,
        LogTopic.Refusal => AuditKind.Refused,
        LogTopic.Strategy => AuditKind.Strategies,
        LogTopic.Money or LogTopic.Safety => AuditKind.Money,
        _ => AuditKind.Desk,
    };

    private static bool IsRefused(string what) => what.EndsWith(Refused, StringComparison.Ordinal);
}
