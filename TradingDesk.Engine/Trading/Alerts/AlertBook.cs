using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Alerts;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Trading.Alerts;

/// <summary>
/// What the journal's facts say of alerts, and of what no price tells a start: an account's refusals and its day's peak. It decides
/// nothing.
/// </summary>
internal sealed class AlertBook
{
    private readonly SortedList<int, AlertEntry> _alerts = [];
    private readonly Dictionary<AccountId, RecentRefusals> _refusals = [];
    private readonly Dictionary<AccountId, Money> _peaks = [];

    public IList<AlertEntry> Alerts => _alerts.Values;

    /// <summary>The number the next alert gets.</summary>
    public int NextNumber { get; private set; } = 1;

    public AlertEntry? Find(int number) => _alerts.GetValueOrDefault(number);

    /// <summary>The account's highest result of the day as far as the journal was told; 0 is where the day began.</summary>
    public Money PeakOf(AccountId account) => _peaks.GetValueOrDefault(account);

    public int RefusalsOf(AccountId account, Instant after) =>
        _refusals.TryGetValue(account, out var refusals) ? refusals.After(after) : 0;

    /// <summary>Puts one fact in; a fact about an order says already what became of it.</summary>
    public void Apply(in DeskFact fact, SubmittedCommand? command)
    {
        switch (fact.Kind)
        {
            case FactKind.AlertAdded: Add(fact, command!); break;
            case FactKind.AlertRemoved: _alerts.Remove(fact.Alert.Number); break;
            case FactKind.AlertFired: _alerts[fact.Alert.Number].Fire(fact.Alert, fact.At); break;
            case FactKind.AlertRearmed or FactKind.AlertReady: _alerts[fact.Alert.Number].Move(fact.Alert); break;
            case FactKind.AlertBlinded: _alerts[fact.Alert.Number].IsBlind = true; break;
            case FactKind.AlertSees: _alerts[fact.Alert.Number].IsBlind = false; break;
            case FactKind.DayPeakRose: _peaks[fact.Alert.Account] = new Money(fact.Alert.Amount); break;
            case FactKind.DayClosed or FactKind.AccountReset: _peaks.Remove(fact.Account.Account); break;
            case FactKind.IntentDenied: Refuse(fact.Intent.Account, fact.At); break;
            case FactKind.OrderMoved when IsRejected(fact.Order): Refuse(fact.Order.Account, fact.At); break;
            default: return;
        }
    }

    private static bool IsRejected(in OrderEvent what) =>
        what is { Kind: OrderEventKind.Refused or OrderEventKind.Seen, State: OrderState.Rejected, Verdict: OrderVerdict.Moved };

    private void Add(in DeskFact fact, SubmittedCommand command)
    {
        var text = ((AddAlert)command.Command).Rule;
        var alert = new AlertEntry(fact.Alert.Number, text, command.Principal, fact.At);
        alert.Move(fact.Alert);
        _alerts.Add(alert.Number, alert);
        NextNumber = alert.Number + 1;
    }

    private void Refuse(AccountId account, Instant at)
    {
        if (!_refusals.TryGetValue(account, out var refusals)) _refusals.Add(account, refusals = new RecentRefusals());
        refusals.Note(at);
    }
}
