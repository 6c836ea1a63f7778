using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Safety;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;
using TradingDesk.Engine.Trading;

namespace TradingDesk.Tests.Simulation.Trading;

/// <summary>
/// Keeps its own account of what is killed, from the moment the command is given, and looks at every request that leaves the desk.
/// </summary>
internal sealed class KillWitness
{
    private readonly HashSet<(KillScope, AccountId)> _latched = [];
    private TradingBook _book = null!;

    public List<string> Findings { get; } = [];

    /// <summary>Kills, entries refused or withdrawn for one, and exits that left for one.</summary>
    public int Kills { get; private set; }

    public int Stopped { get; private set; }

    public int Exits { get; private set; }

    /// <summary>A desk starts: what was durable is in force.</summary>
    public void Begin(IEnumerable<JournalRecord> durable, TradingBook book)
    {
        _book = book;
        _latched.Clear();
        foreach (var record in durable) Note(record.Fact);
    }

    /// <summary>A command is about to be given; one that was answered before is not obeyed again.</summary>
    public void Ask(string account, string key, DeskCommand command)
    {
        if (command is not (KillDesk or KillAccount) || _book.AnswerTo(account, key) is not null) return;
        if (command is KillDesk) _latched.Add((KillScope.Desk, default));
        else if (_book.Find(account) is { } known) _latched.Add((KillScope.Account, known.Id));
        Kills++;
    }

    public void Read(in DeskFact fact)
    {
        if (fact.Kind == FactKind.KillCleared) Note(fact);
        if (fact.Kind == FactKind.IntentDenied && fact.Refusal == RefusalCode.Killed) Stopped++;
        if (fact.Kind == FactKind.OrderMoved && fact.Order.Code == RefusalCode.Killed) Stopped++;
        if (fact.Kind == FactKind.IntentAccepted && fact.Intent.Role == IntentRole.Entry && IsKilled(fact.Intent.Account))
            Findings.Add($"The intent {fact.Intent.Number} was accepted on a killed account.");
    }

    public void See(VenueRequest request)
    {
        if (request.Kind is not (VenueRequestKind.Place or VenueRequestKind.Modify)) return;
        var role = _book.Orders.Find(request.Order)!.Role;
        if (role == IntentRole.Kill) Exits++;
        var isNew = role == IntentRole.Entry && IsKilled(request.Account);
        if (isNew) Findings.Add($"{request.Kind} of {request.Order} left a killed account.");
    }

    /// <summary>Whatever is not flat is named, and none of it is called flat.</summary>
    public void JudgeReports(TradingBook book, IReadOnlyList<KillLevel> reports)
    {
        if (reports.Count != _latched.Count) Findings.Add($"{_latched.Count} are latched, {reports.Count} are shown.");
        foreach (var report in reports)
        {
            var covered = book.Accounts.Where(account => report.Scope == KillScope.Desk || account.Id == report.Account);
            var held = covered.SelectMany(account => account.Positions, (account, position) => (account, position))
                .Where(held => !held.position.IsFlat);
            Findings.AddRange(held.Where(held => !IsTold(report, held.account, held.position))
                .Select(held => $"{held.account.Name} {held.position.Key} is not reported."));
        }
    }

    private static bool IsTold(KillLevel report, Account account, Position held) => report.Positions.Any(told =>
        told.Account == account.Id && told.Instrument == held.Instrument && told.Product == held.Product && told.Units == held.Units
        && told.Outcome != KillOutcome.Flat);

    private bool IsKilled(AccountId account) =>
        _latched.Contains((KillScope.Desk, default)) || _latched.Contains((KillScope.Account, account));

    private void Note(in DeskFact fact)
    {
        var switched = (fact.Kill.Scope, fact.Kill.Account);
        if (fact.Kind == FactKind.KillLatched) _latched.Add(switched);
        if (fact.Kind == FactKind.KillCleared) _latched.Remove(switched);
    }
}
