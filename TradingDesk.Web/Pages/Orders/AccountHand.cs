using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Live;

namespace TradingDesk.Web.Pages.Orders;

/// <summary>
/// What a list of orders or positions asks of the desk for one account, and the newest answer. A wish that was not answered keeps its key,
/// so that asking again asks the same.
/// </summary>
public sealed class AccountHand(TradingHand hand)
{
    private readonly Dictionary<(string Account, DeskCommand Command), string> _unanswered = [];

    public CommandReceipt? Answer { get; private set; }

    /// <summary>What was asked for last, in words.</summary>
    public string Asked { get; private set; } = "";

    public bool IsUnderWay { get; private set; }

    public Task<bool> CancelAsync(string account, OrderId order) => GiveAsync(account, new CancelOrder(order), $"Cancel {order}");

    public Task<bool> CancelEachAsync(string account, IReadOnlyList<OrderId> orders) => orders is [var single]
        ? CancelAsync(account, single)
        : GiveEachAsync(account, [.. orders.Select(order => new CancelOrder(order))], $"Cancel {IndianNumbers.Whole(orders.Count)} orders");

    public Task CancelAllAsync(string account) => GiveAsync(account, new CancelAll(), "Cancel all");

    /// <summary>Leaves a position of that book: a run's, or the hand's.</summary>
    public Task ExitAsync(string account, string instrument, Product product, RunId run, string name) =>
        GiveAsync(account, new ExitPosition(instrument, product, run), $"Exit {name}");

    public Task ExitAllAsync(string account) => GiveAsync(account, new ExitAll(), "Exit all");

    public Task<bool> GiveAsync(string account, DeskCommand command, string words) => GiveEachAsync(account, [command], words);

    private async Task<bool> GiveEachAsync(string account, IReadOnlyList<DeskCommand> commands, string words)
    {
        if (IsUnderWay) return false;
        (IsUnderWay, Asked, Answer) = (true, words, null);
        try
        {
            var keys = commands.Select(command => _unanswered.GetValueOrDefault((account, command)) ?? TradingHand.NewKey()).ToArray();
            var answers = await hand.GiveAllAsync(account, [.. keys.Zip(commands)]);
            for (var place = 0; place < commands.Count; place++) Note((account, commands[place]), keys[place], answers[place]);
            Answer = Summary(answers);
            return Answer.Accepted;
        }
        finally
        {
            IsUnderWay = false;
        }
    }

    private void Note((string Account, DeskCommand Command) wish, string key, CommandReceipt answer)
    {
        if (answer.Code == "unconfirmed") _unanswered[wish] = key;
        else _unanswered.Remove(wish);
    }

    /// <summary>The only answer; of several the first that was not accepted, with how many those were.</summary>
    private static CommandReceipt Summary(IReadOnlyList<CommandReceipt> answers)
    {
        var first = answers.FirstOrDefault(answer => !answer.Accepted) ?? answers[0];
        if (answers.Count == 1) return first;
        var accepted = IndianNumbers.Whole(answers.Count(answer => answer.Accepted));
        return first.Accepted
            ? first with { Sentence = $"All {accepted} are recorded." }
            : first with { Sentence = $"{accepted} of {IndianNumbers.Whole(answers.Count)} are recorded. {first.Sentence}" };
    }
}
