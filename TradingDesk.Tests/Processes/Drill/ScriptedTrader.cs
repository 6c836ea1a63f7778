using System.Globalization;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Feeds;
using TradingDesk.Engine.Hosting.Operating;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Processes.Drill;

/// <summary>
/// A client that trades by a seed on several accounts, through the door of a running desk, and notes what it was told. What it was not
/// told before the desk was killed it asks again under the same key.
/// </summary>
internal sealed class ScriptedTrader(int seed)
{
    private static readonly TimeSpan _pace = TimeSpan.FromMilliseconds(20);
    private static readonly string[] _accounts = ["PAPER-1", "DRILL-2", "DRILL-3"];
    private static readonly IReadOnlyList<Instrument> _shares =
    [
        .. new InstrumentTable(ListedInstruments.Read().Instruments).All.Where(listed => listed.Kind == InstrumentKind.Equity).Take(4),
    ];

    private readonly Random _dice = new(seed);
    private readonly List<(string Account, OrderId Order)> _orders = [];
    private readonly Dictionary<string, decimal> _prices = [];
    private OperatorRequest? _unanswered;
    private int _lastKey;

    /// <summary>What the desk has said to each key, the first time.</summary>
    public Dictionary<string, OperatorAnswer> Told { get; } = [];

    /// <summary>Done the moment an answer is there: a kill then finds a promise as young as can be.</summary>
    public Action Answered { get; set; } = () => { };

    /// <summary>Keys that were asked again after a kill, and how many of them the desk had done already.</summary>
    public int AskedAgain { get; private set; }

    public int DoneBefore { get; private set; }

    /// <summary>Trades until the desk is gone or the time is over.</summary>
    public async Task TradeAsync(OperatorLine desk, CancellationToken enough)
    {
        try
        {
            if (_unanswered is { } again) await AskAgainAsync(desk, again);
            if (Told.Count == 0) await OpenAccountsAsync(desk);
            for (var step = 0; !enough.IsCancellationRequested; step++)
            {
                var next = Task.Delay(_pace, CancellationToken.None);
                if (step % 20 == 0) await LookAsync(desk);
                var account = _accounts[_dice.Next(_accounts.Length)];
                if (Any(account) is { } command) await GiveAsync(desk, account, command);
                await next;
            }
        }
        catch (IOException)
        {
            // Killed: the test knows when.
            return;
        }
    }

    /// <summary>Ends all trading: nothing works and nothing is held any more.</summary>
    public async Task<IReadOnlyList<OperatorAccount>> ReadAsync(OperatorLine desk)
    {
        if (_unanswered is { } again) await AskAgainAsync(desk, again);
        return await LookAsync(desk);
    }

    private async Task OpenAccountsAsync(OperatorLine desk)
    {
        foreach (var account in _accounts.Skip(1)) await GiveAsync(desk, account, new OpenAccount(Money.FromRupees(20_00_000)));
    }

    private async Task AskAgainAsync(OperatorLine desk, OperatorRequest again)
    {
        AskedAgain++;
        var answer = await desk.AskAsync(again, CancellationToken.None);
        if (answer.IsRepeat) DoneBefore++;
        Note(again, answer);
    }

    private async Task GiveAsync(OperatorLine desk, string account, DeskCommand command)
    {
        var key = string.Create(CultureInfo.InvariantCulture, $"drill-{seed}-{++_lastKey}");
        _unanswered = new OperatorRequest(0) { Account = account, Key = key, Command = command.ToText() };
        Note(_unanswered, await desk.AskAsync(_unanswered, CancellationToken.None));
    }

    private void Note(OperatorRequest request, OperatorAnswer answer)
    {
        _unanswered = null;
        Answered();
        Told.TryAdd(request.Key, answer);
        if (answer.Accepted && answer.Intent > 0) _orders.Add((request.Account, new OrderId(answer.Intent, 1)));
    }

    private async Task<IReadOnlyList<OperatorAccount>> LookAsync(OperatorLine desk)
    {
        var answer = await desk.AskAsync(new OperatorRequest(0) { Ask = OperatorRequest.Accounts }, CancellationToken.None);
        foreach (var position in answer.Accounts!.SelectMany(account => account.Positions)) _prices[position.Instrument] = position.Last;
        return answer.Accounts!;
    }

    private DeskCommand? Any(string account)
    {
        var share = _shares[_dice.Next(_shares.Count)];
        return _dice.Next(100) switch
        {
            < 45 => Order(share, OrderType.Market, 0),
            < 65 => Order(share, OrderType.Limit, _dice.Next(-30, 31)),
            < 70 => Order(share, OrderType.StopMarket, _dice.Next(-30, 31)),
            < 75 => Guarded(share),
            < 82 => Mine(account) is { } order ? new CancelOrder(order) : null,
            < 87 => Mine(account) is { } order ? Changed(order, share) : null,
            < 94 => new ExitPosition(share.Key, Product.Mis),
            < 96 => new CancelAll(),
            < 98 => new ExitAll(),
            _ => new MoveCash(new Money(_dice.Next(1, 10_000) * Price.Scale), "more"),
        };
    }

    private PlaceOrder? Order(Instrument share, OrderType type, int away)
    {
        var side = _dice.Next(2) == 0 ? Side.Buy : Side.Sell;
        var product = _dice.Next(4) == 0 && side == Side.Buy ? Product.Cnc : Product.Mis;
        var order = new PlaceOrder(share.Key, side, product, type, new Quantity(_dice.Next(1, 20)));
        if (type == OrderType.Market) return order;
        if (Near(share, away) is not { } price) return null;
        return type == OrderType.Limit ? order with { Price = price } : order with { Trigger = price };
    }

    private PlaceOrder? Guarded(Instrument share)
    {
        if (Near(share, -_dice.Next(5, 40)) is not { } stop || Near(share, _dice.Next(5, 40)) is not { } target) return null;
        return new PlaceOrder(share.Key, Side.Buy, Product.Mis, OrderType.Market, new Quantity(5)) { Stop = stop, Target = target };
    }

    private ChangeOrder? Changed(OrderId order, Instrument share) =>
        Near(share, _dice.Next(-20, 21)) is { } price ? new ChangeOrder(order, new Quantity(_dice.Next(1, 20)), price, default) : null;

    /// <summary>The last price that was seen, and some parts in ten thousand away from it, on the tick.</summary>
    private Price? Near(Instrument share, int away)
    {
        if (!_prices.TryGetValue(share.Key, out var last)) return null;
        var price = Price.FromRupees(last * (10_000 + away) / 10_000);
        return new Price(price.Scaled / share.Tick.Scaled * share.Tick.Scaled);
    }

    private OrderId? Mine(string account)
    {
        var mine = _orders.Where(order => order.Account == account).TakeLast(20).ToArray();
        return mine.Length == 0 ? null : mine[_dice.Next(mine.Length)].Order;
    }
}
