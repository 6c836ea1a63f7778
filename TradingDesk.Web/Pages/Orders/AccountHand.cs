using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Primitives;
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

    public Task CancelAsync(string account, OrderId order) => GiveAsync(account, new CancelOrder(order), $"Cancel {order}");

    public Task CancelAllAsync(string account) => GiveAsync(account, new CancelAll(), "Cancel all");

    public Task ExitAsync(string account, string instrument, Product product, string name) =>
        GiveAsync(account, new ExitPosition(instrument, product), $"Exit {name}");

    public Task ExitAllAsync(string account) => GiveAsync(account, new ExitAll(), "Exit all");

    public async Task<bool> GiveAsync(string account, DeskCommand command, string words)
    {
        if (IsUnderWay) return false;
        (IsUnderWay, Asked, Answer) = (true, words, null);
        var wish = (account, command);
        if (!_unanswered.TryGetValue(wish, out var key)) key = TradingHand.NewKey();
        try
        {
            Answer = await hand.GiveAsync(account, key, command);
            if (Answer.Code == "unconfirmed") _unanswered[wish] = key;
            else _unanswered.Remove(wish);
            return Answer.Accepted;
        }
        finally
        {
            IsUnderWay = false;
        }
    }
}
