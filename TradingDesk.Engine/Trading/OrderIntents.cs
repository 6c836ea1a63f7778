using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Risk;
using TradingDesk.Engine.Runs;

namespace TradingDesk.Engine.Trading;

/// <summary>
/// What somebody wants traded becomes an intent, judged, numbered and cut into orders; each is claimed, and leaves when the journal has
/// the claim.
/// </summary>
internal sealed class OrderIntents(MoneyPath path)
{
    public RefusalCode Place(SubmittedCommand submitted, Account account, PlaceOrder wanted)
    {
        if (!path.Market.TryFind(wanted.Instrument, out var instrument)) return RefusalCode.InstrumentUnknown;
        Submit(submitted, account, instrument!, TermsOf(account.Id, wanted));
        return RefusalCode.None;
    }

    /// <summary>What an order command asks for, for the hand's book or a run's.</summary>
    public static IntentTerms TermsOf(AccountId account, PlaceOrder wanted, RunId run = default, int signal = 0) => new()
    {
        Account = account,
        Whole = new OrderTerms
        {
            Side = wanted.Side,
            Product = wanted.Product,
            Type = wanted.Type,
            Validity = wanted.Validity,
            Quantity = wanted.Quantity,
            Price = wanted.Price,
            Trigger = wanted.Trigger,
        },
        Stop = wanted.Stop,
        Target = wanted.Target,
        Trail = wanted.Trail,
        Run = run,
        Signal = signal,
    };

    public RefusalCode Exit(SubmittedCommand submitted, Account account, ExitPosition exit)
    {
        if (!path.Market.TryFind(exit.Instrument, out var instrument)) return RefusalCode.InstrumentUnknown;
        if (account.Find(new PositionKey(instrument!.Id, exit.Product, exit.Run)) is not { } position) return RefusalCode.NothingToExit;
        var refusal = Leave(submitted, account, position, IntentRole.Exit, 0, new Quantity(long.MaxValue));
        return refusal == RefusalCode.NothingToExit ? refusal : RefusalCode.None;
    }

    public RefusalCode LeaveAll(SubmittedCommand submitted, Account account)
    {
        var exits = new List<(Instrument Instrument, IntentTerms Intent)>();
        foreach (var position in account.Positions)
        {
            if (position.Product == Product.Cnc) continue;
            if (ExitOf(account, position, IntentRole.Exit, 0, new Quantity(long.MaxValue)) is { } exit)
                exits.Add((path.Plan.Instruments[position.Instrument], exit));
        }

        if (exits.Count == 0) return RefusalCode.NothingToExit;
        // One that leaves goes first and is the answer to all: a denial is answered only when nothing leaves.
        var first = Math.Max(0, exits.FindIndex(exit => CanLeave(account, exit.Instrument, exit.Intent)));
        Submit(submitted, account, exits[first].Instrument, exits[first].Intent);
        exits.RemoveAt(first);
        foreach (var exit in exits) Submit(submitted with { Number = 0, Key = "" }, account, exit.Instrument, exit.Intent);
        return RefusalCode.None;
    }

    private bool CanLeave(Account account, Instrument instrument, in IntentTerms exit) =>
        Judge(account, instrument, exit, MarketOf(instrument, exit), out _) == RefusalCode.None;

    /// <summary>An exit that the desk itself decides on, under a key that makes it happen once.</summary>
    public RefusalCode Leave(
        Account account, Position position, IntentRole role, int parent, Quantity most, string key, int signal = 0)
    {
        var wanted = new ExitPosition(path.Plan.Instruments[position.Instrument].Key, position.Product, position.Key.Run);
        var submitted = new SubmittedCommand(0, "desk", account.Name, key, wanted);
        return Leave(submitted, account, position, role, parent, most, signal);
    }

    /// <summary>The same, by limit orders at that price.</summary>
    public RefusalCode LeaveAt(Account account, Position position, IntentRole role, Price limit, Quantity most, string key)
    {
        if (ExitOf(account, position, role, 0, most) is not { } exit) return RefusalCode.NothingToExit;
        exit.Whole = exit.Whole with { Type = OrderType.Limit, Price = limit };
        var instrument = path.Plan.Instruments[position.Instrument];
        var wanted = new ExitPosition(instrument.Key, position.Product, position.Key.Run);
        return Submit(new SubmittedCommand(0, "desk", account.Name, key, wanted), account, instrument, exit);
    }

    /// <summary>Said as an intent, accepted or denied, unless there is nothing to exit.</summary>
    private RefusalCode Leave(
        SubmittedCommand submitted, Account account, Position position, IntentRole role, int parent, Quantity most, int signal = 0)
    {
        if (ExitOf(account, position, role, parent, most) is not { } exit) return RefusalCode.NothingToExit;
        return Submit(submitted, account, path.Plan.Instruments[position.Instrument], exit with { Signal = signal });
    }

    /// <summary>
    /// At most what the position surely is, whatever becomes of orders under way: an exit never turns it round. Null when that is nothing.
    /// </summary>
    private IntentTerms? ExitOf(Account account, Position position, IntentRole role, int parent, Quantity most)
    {
        var side = position.ExitSide;
        var sure = Math.Abs(position.Units) - path.Book.Orders.AtRisk(account.Id, position.Key, side);
        var units = Math.Min(sure, most.Units);
        if (position.IsFlat || units <= 0) return null;
        var terms = new OrderTerms
        {
            Side = side,
            Product = position.Product,
            Type = OrderType.Market,
            Validity = Validity.Day,
            Quantity = new Quantity(units),
        };
        return new IntentTerms { Account = account.Id, Whole = terms, Role = role, Parent = parent, Run = position.Key.Run };
    }

    public RefusalCode Submit(SubmittedCommand submitted, Account account, Instrument instrument, in IntentTerms intent)
    {
        var now = MarketOf(instrument, intent);
        var refusal = Judge(account, instrument, intent, now, out var approved);
        var terms = refusal == RefusalCode.None ? approved.Terms : intent;
        terms.Number = path.Book.NextIntent;
        (terms.Judged, terms.JudgedAgeMilliseconds) = (now.Last, now.LastAge);
        var kind = refusal == RefusalCode.None ? FactKind.IntentAccepted : FactKind.IntentDenied;
        var judged = new DeskFact { Kind = kind, Refusal = refusal, Instrument = instrument.Id, Intent = terms };
        judged.Command = submitted.Number;
        path.Say.Commit(judged, submitted);
        if (refusal != RefusalCode.None) return refusal;
        for (var slice = 1; slice <= terms.Slices; slice++) Claim(path.Book.Orders.Find(new OrderId(terms.Number, slice))!);
        path.Levels.ShowAccount(account);
        return RefusalCode.None;
    }

    /// <summary>A run's stops are judged by what it watches.</summary>
    private MarketNow MarketOf(Instrument traded, in IntentTerms intent)
    {
        var now = path.Market.Of(traded, path.Clock, path.IsReduceOnly);
        if (path.Book.Runs.Find(intent.Run)?.Spec is not { } spec || spec.Watched.Id == traded.Id) return now;
        var way = ContractRule.SideOf(traded, intent.Whole.Side).Sign();
        return now with { Watched = spec.Watched, WatchedLast = path.Market.LastOf(spec.Watched.Id), WatchedWay = way };
    }

    /// <summary>What cannot be checked is denied.</summary>
    private RefusalCode Judge(
        Account account, Instrument instrument, in IntentTerms intent, in MarketNow now, out ApprovedOrder approved)
    {
        approved = default;
        try
        {
            var refusal = path.Gate.Judge(intent, instrument, account, now, out approved);
            if (refusal != RefusalCode.None || intent.Role != IntentRole.Entry) return refusal;
            if (path.Book.PositionsMost + approved.Terms.Slices > Limits.PositionsMost) return RefusalCode.TooManyPositions;
            if (!path.Levels.Covers(account, instrument, approved.Terms, path.Clock.IndiaDate)) return RefusalCode.FundsShort;
            return path.Risks.Judge(account, instrument, approved.Terms, now);
        }
        catch (Exception broken) when (broken is ArithmeticException or InvalidOperationException or ArgumentException)
        {
            return RefusalCode.CheckFailed;
        }
    }

    private void Claim(Order order)
    {
        var tag = OrderTag.Of(path.Plan.TagKey, order.Id, attempt: 1);
        var number = path.Say.Happen(order, new OrderEvent { Kind = OrderEventKind.Claimed, Attempt = 1, Tag = tag }, null);
        path.Parked.Park(number, VenueRequest.Of(order, VenueRequestKind.Place, path.Clock));
    }
}
