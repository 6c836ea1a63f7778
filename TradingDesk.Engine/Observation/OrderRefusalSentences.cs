using System.Globalization;
using TradingDesk.Engine.Observation.Alerts;
using TradingDesk.Engine.Observation.Safety;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation;

/// <summary>Why an order or an account's change was refused, in a sentence for a person.</summary>
internal static class OrderRefusalSentences
{
    public static string Of(RefusalCode code) => code switch
    {
        RefusalCode.KeyUsedOtherwise => "This key was used for another request before; nothing was done.",
        RefusalCode.KeyNotAllowed => "The key is not allowed: 1 to 64 letters, digits and . _ : -.",
        RefusalCode.AccountUnknown => "There is no account of that name.",
        RefusalCode.AccountNameTaken => "There is an account of that name already.",
        RefusalCode.AccountNotAllowed => "An account's name is 2 to 24 capital letters, digits and hyphens, such as PAPER-2.",
        RefusalCode.TooManyPositions => string.Create(CultureInfo.InvariantCulture,
            $"A desk shows at most {Limits.PositionsMost:N0} positions; flat ones make room when the day ends."),
        RefusalCode.TooManyAccounts => string.Create(CultureInfo.InvariantCulture, $"A desk has at most {Limits.AccountsMost} accounts."),
        RefusalCode.AmountNotAllowed => "The amount is not allowed: above zero, at most 100 crore rupees, to the paisa.",
        RefusalCode.AccountInUse => "The account has open orders or positions, or less free cash than that.",
        RefusalCode.InstrumentUnknown => "The desk does not know this instrument.",
        RefusalCode.IndexNotTraded => "An index is quoted, not traded; order its future or an option.",
        RefusalCode.ContractExpired => "The contract has expired.",
        RefusalCode.ProductNotAllowed => "The product does not fit: CNC or MIS for shares, NRML or MIS for futures and options.",
        RefusalCode.OrderTypeNotAllowed => "The account does not take orders of this type.",
        RefusalCode.ValidityNotAllowed => "The account does not take orders of this validity.",
        RefusalCode.QuantityNotAllowed => "The quantity must be above zero.",
        RefusalCode.NotWholeLots => "The quantity must be a whole number of lots.",
        RefusalCode.TooManySlices => string.Create(CultureInfo.InvariantCulture,
            $"The quantity would be cut into more than {Limits.SlicesMost} orders of the exchange's largest size."),
        RefusalCode.PriceNotAllowed => "A limit order needs a price above zero, a market order takes none.",
        RefusalCode.PriceOffTick => "The price is not a multiple of the instrument's tick.",
        RefusalCode.PriceOutsideBand => "The price is outside the day's price band.",
        RefusalCode.TriggerNotAllowed =>
            "A stop needs a trigger above zero, on the right side of its price: at or below it to buy, at or above it to sell.",
        RefusalCode.TriggerOffTick => "The trigger is not a multiple of the instrument's tick.",
        RefusalCode.TriggerPassed => "The last price has passed the trigger already: a buy stop lies above it, a sell stop below.",
        RefusalCode.MarketClosed => "The instrument's market is closed.",
        RefusalCode.CalendarUnknown => "The calendar does not know this day, so the market's hours cannot be told.",
        RefusalCode.NoFreshPrice => "No price of this session is known yet, so the order cannot be judged.",
        RefusalCode.ValueAboveCap => "The order's value is above what one order may be worth.",
        RefusalCode.QuantityAboveCap => "The quantity is above what one order may have.",
        RefusalCode.FundsShort => "The account's free funds do not cover the order's margin and charges.",
        RefusalCode.NotInHoldings => "The account does not hold that many shares to deliver; sell intraday (MIS) instead.",
        RefusalCode.CrossesOwnOrder => "The order would trade against an open order of the same account.",
        RefusalCode.NothingToExit => "There is nothing left to exit: no position, or exits under way cover it.",
        RefusalCode.TooManyOpenOrders => string.Create(
            CultureInfo.InvariantCulture, $"An account has at most {Limits.OpenOrdersMost} open orders."),
        RefusalCode.InstrumentFrozen => "An order of this instrument is unknown or in conflict; entries wait until that is resolved.",
        RefusalCode.ReduceOnly => "The journal cannot be written: only cancels and exits are taken until it can.",
        RefusalCode.CheckFailed => "The order could not be checked, so it was denied.",
        RefusalCode.BracketNotAllowed =>
            "Stop and target must be on the tick and on their own sides of the price; a trailing stop needs a stop.",
        RefusalCode.BracketUnknown => "The account has no such stop or target, or what it protected is left.",
        RefusalCode.BracketOfRun => "A run's stop and target are its strategy's; pause or flatten the run instead.",
        RefusalCode.BracketFired => "The stop or target has been reached; its exit is under way.",
        RefusalCode.BracketPassed =>
            "The last price is past it already: held long, a stop lies below the price and a target above; sold short the other way.",
        RefusalCode.SquareOffPassed => "Intraday positions are squared off already; no new one is opened today.",
        RefusalCode.ChargesUnknown => "The charges of this market on this day are not known, so no result could be told after them.",
        RefusalCode.OrderUnknown => "There is no such order on this account.",
        RefusalCode.OrderFinished => "The order is finished already.",
        RefusalCode.CommandUnderWay => "A cancel or change of the order is under way; wait for its answer.",
        RefusalCode.NothingChanged => "It has these terms already.",
        RefusalCode.NotResolvable => "The order is neither unknown nor in conflict, or cannot be what was said of it.",
        RefusalCode.VenueRefused => "The venue refused the order.",
        RefusalCode.VenueNoBook => "The venue has no book of this session for the instrument, so there is no price to trade at.",
        RefusalCode.VenueNotSent => "The order did not leave the desk.",
        RefusalCode.VenueBand => "The venue refused the price: outside the day's band.",
        RefusalCode.VenueFreeze => "The venue refused the quantity: above the exchange's largest order.",
        RefusalCode.VenueNotFound => "The venue has no such working order; it may have been filled.",
        RefusalCode.VenueSessionOver => "The venue's session is over.",
        _ => AlertRefusalSentences.Of(code) ?? SafetyRefusals.Of(code) ?? "The desk refused.",
    };
}
