using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Hosting.Trading.Words;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Observation.Log;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Risk;
using TradingDesk.Engine.Storage.Sqlite.Journal;

namespace TradingDesk.Engine.Hosting.Trading;

/// <summary>What changes of orders, brackets, runs, limits and states changed, by what the journal has of them from before.</summary>
internal sealed class ChangedTerms(JournalReader journal, long through)
{
    private readonly Dictionary<int, IReadOnlyList<JournalRow>> _lives = [];
    private Dictionary<long, (string Before, string After)>? _declared;

    /// <summary>The same lines, those of changes with what was before and after.</summary>
    public IReadOnlyList<LogLine> AddTo(IEnumerable<LogLine> lines) => [.. lines.Select(AddTo)];

    private LogLine AddTo(LogLine line)
    {
        var (before, after) = line.Kind switch
        {
            "modify-claimed" => OrderTermsOf(line),
            "bracket-moved" => BracketTermsOf(line),
            "run-declared" or "run-changed" or "limits-set" or "risk-state" => Declared(line.Seq),
            _ => ("", ""),
        };
        return line with { Before = before, After = after };
    }

    private (string Before, string After) OrderTermsOf(LogLine line)
    {
        var (works, asked) = ("", "");
        foreach (var row in LifeUpTo(line))
        {
            var fact = row.ToFact();
            if (fact.Kind == FactKind.IntentAccepted) works = TermsOf(fact.Intent.TermsOf(line.Order.Slice));
            if (fact.Kind != FactKind.OrderMoved || fact.Order.Order != line.Order) continue;
            if (fact.Order.Kind == OrderEventKind.Modified) works = asked;
            if (fact.Order.Kind == OrderEventKind.ModifyClaimed) asked = TermsOf(fact.Order.Quantity, fact.Order.Price, fact.Order.Trigger);
        }

        return (works, asked);
    }

    private (string Before, string After) BracketTermsOf(LogLine line)
    {
        var (before, held) = (default(BracketEvent), default(BracketEvent));
        foreach (var fact in LifeUpTo(line).Select(row => row.ToFact()))
        {
            before = held;
            if (fact.Kind == FactKind.StopMoved) held.Stop = fact.Order.Price;
            if (fact.Kind == FactKind.BracketMoved) held = fact.Bracket;
            if (fact.Kind == FactKind.IntentAccepted)
                (held.Stop, held.Target, held.Trail) = (fact.Intent.Stop, fact.Intent.Target, fact.Intent.Trail);
        }

        return (TermsOf(before), TermsOf(held));
    }

    private IEnumerable<JournalRow> LifeUpTo(LogLine line)
    {
        if (!_lives.TryGetValue(line.Order.Intent, out var life)) _lives.Add(line.Order.Intent, life = journal.Life(line.Order.Intent));
        return life.TakeWhile(row => row.Seq <= line.Seq);
    }

    private (string Before, string After) Declared(long seq)
    {
        _declared ??= ReadDeclared();
        return _declared.GetValueOrDefault(seq, ("", ""));
    }

    private Dictionary<long, (string Before, string After)> ReadDeclared()
    {
        var found = new Dictionary<long, (string, string)>();
        var (runs, limits) = (new Dictionary<RunId, string[]>(), new Dictionary<(AccountId, RunId), RiskLimits>());
        var states = new Dictionary<(AccountId, RunId), RiskState>();
        foreach (var row in journal.Declared(through))
        {
            var fact = row.ToFact();
            var command = SubmittedCommand.TryParse(row.Command, out var given) ? given!.Command : null;
            var scope = (fact.Risk.Account, fact.Risk.Run);
            found[row.Seq] = (fact.Kind, command) switch
            {
                (FactKind.RunDeclared, DeclareRun declare) => Exchange(runs, fact.Run.Run, declare.Words),
                (FactKind.RunChanged, ChangeRun change) => Exchange(runs, fact.Run.Run, change.Words),
                (FactKind.LimitsSet, SetLimits set) => Change(limits, scope, set.Text),
                (FactKind.RiskStateChanged, _) => Move(states, scope, fact.Risk.State),
                _ => ("", ""),
            };
        }

        return found;
    }

    /// <summary>Only the words that are others than before, as a person writes them.</summary>
    private static (string Before, string After) Exchange(Dictionary<RunId, string[]> runs, RunId run, string words)
    {
        var before = runs.GetValueOrDefault(run, []);
        var after = runs[run] = [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
        return (string.Join(", ", before.Except(after)), string.Join(", ", after.Except(before)));
    }

    /// <summary>Only the limits that were named.</summary>
    private static (string Before, string After) Change(
        Dictionary<(AccountId, RunId), RiskLimits> limits, (AccountId, RunId) scope, string text)
    {
        var before = limits.GetValueOrDefault(scope, RiskLimits.None);
        var named = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Split('=')[0]).ToHashSet();
        var after = limits[scope] = RiskFields.Change(before, text, out _) ?? before;
        return (WordsOf(before, named), WordsOf(after, named));
    }

    private static string WordsOf(RiskLimits limits, HashSet<string> named) => string.Join(
        ' ', RiskFields.All.Where(field => named.Contains(field.Name))
            .Select(field => $"{field.Name}={(field.Write(limits) is { Length: > 0 } value ? value : RiskField.Absent)}"));

    private static (string Before, string After) Move(
        Dictionary<(AccountId, RunId), RiskState> states, (AccountId, RunId) scope, RiskState state)
    {
        var before = states.GetValueOrDefault(scope);
        states[scope] = state;
        return (RiskWords.WordOf(before), RiskWords.WordOf(state));
    }

    private static string TermsOf(in BracketEvent held)
    {
        (string Word, Price Price)[] parts = [("stop", held.Stop), ("target", held.Target), ("trailing by", held.Trail)];
        return string.Join(", ", parts.Where(part => part.Price != default).Select(part => $"{part.Word} {RupeeText.Of(part.Price)}"));
    }

    private static string TermsOf(in OrderTerms terms) => TermsOf(terms.Quantity, terms.Price, terms.Trigger);

    private static string TermsOf(Quantity quantity, Price price, Price trigger)
    {
        var at = price.Scaled == 0 ? "" : $" at {RupeeText.Of(price)}";
        return RupeeText.Of(quantity) + at + (trigger.Scaled == 0 ? "" : $", trigger {RupeeText.Of(trigger)}");
    }
}
