using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Risk;

namespace TradingDesk.Engine.Trading;

/// <summary>
/// What becomes of stops and targets while they wait: a trailing stop follows the price, and a person moves one. A trailing stop that a
/// person has moved trails from then on by what lies between it and the last price at that moment; else the next tick would undo the move.
/// </summary>
internal sealed class BracketDesk(MoneyPath path)
{
    /// <summary>A trailing stop follows the price.</summary>
    public void Follow(Bracket bracket, Price stop)
    {
        var moved = new OrderEvent { Order = new OrderId(bracket.Intent, 1), Account = bracket.Account, Price = stop };
        path.Say.Commit(new DeskFact { Kind = FactKind.StopMoved, Instrument = bracket.Instrument, Order = moved }, null);
    }

    /// <summary>Also while the market is closed: the desk holds it, no venue has to take it.</summary>
    public RefusalCode Move(SubmittedCommand submitted, Account account, MoveBracket wanted)
    {
        if (!path.Book.Brackets.TryGetValue(wanted.Intent, out var bracket) || bracket.Account != account.Id)
            return RefusalCode.BracketUnknown;
        var refusal = Judge(bracket, wanted);
        if (refusal != RefusalCode.None) return refusal;
        var moved = new BracketEvent
        {
            Account = account.Id,
            Intent = bracket.Intent,
            Stop = bracket.Stop,
            Target = bracket.Target,
            Trail = bracket.Trail,
        };
        if (wanted.Part == BracketPart.Target) moved.Target = wanted.Price;
        else (moved.Stop, moved.Trail) = (wanted.Price, TrailOf(bracket, wanted.Price));
        var fact = new DeskFact { Kind = FactKind.BracketMoved, Instrument = bracket.Instrument, Bracket = moved };
        fact.Command = submitted.Number;
        path.Say.Commit(fact, submitted);
        return RefusalCode.None;
    }

    private RefusalCode Judge(Bracket bracket, MoveBracket wanted)
    {
        if (bracket.Fired != IntentRole.Entry) return RefusalCode.BracketFired;
        if (bracket.Guarded.Units <= 0) return RefusalCode.BracketUnknown;
        if (!bracket.Key.Run.IsNone) return RefusalCode.BracketOfRun;
        if (path.IsReduceOnly) return RefusalCode.ReduceOnly;
        var (stands, way) = wanted.Part == BracketPart.Target ? (bracket.Target, bracket.Way) : (bracket.Stop, -bracket.Way);
        if (wanted.Price == stands) return RefusalCode.NothingChanged;
        var watched = path.Plan.Instruments[bracket.Watched];
        if (wanted.Price.Scaled <= 0 || wanted.Price > Price.Max) return RefusalCode.BracketNotAllowed;
        if (!OrderFit.IsOnTick(watched, wanted.Price)) return RefusalCode.PriceOffTick;
        var last = path.Market.LastOf(watched.Id);
        if (last == default) return RefusalCode.NoFreshPrice;
        if ((wanted.Price.Scaled - last.Scaled) * way <= 0) return RefusalCode.BracketPassed;
        var close = path.Market.Of(watched, path.Clock, path.IsReduceOnly).PreviousClose;
        return PriceBand.Contains(watched, close, wanted.Price) ? RefusalCode.None : RefusalCode.PriceOutsideBand;
    }

    private Price TrailOf(Bracket bracket, Price stop) =>
        bracket.Trail == default ? default : new Price(Math.Abs(path.Market.LastOf(bracket.Watched).Scaled - stop.Scaled));
}
