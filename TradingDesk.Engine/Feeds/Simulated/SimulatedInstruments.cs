using System.Globalization;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Feeds.Simulated;

/// <summary>
/// The instruments of the simulated market: the listed ones, and the futures and options that stand around the indices
/// on a date.
/// </summary>
/// <remarks>
/// A contract's token follows from the contract alone, so stored candles keep their meaning when the strikes move on.
/// </remarks>
internal static class SimulatedInstruments
{
    private const int TokenFirst = 900_000_000;
    private static readonly TradingHours _contracts = new(Exchange.Nse, MarketPart.Futures);
    private const int StrikesEachSide = 5;

    /// <summary>
    /// The listed instruments in their order, then the contracts of the session that covers the moment or comes next.
    /// </summary>
    public static InstrumentTable Make(ulong seed, IReadOnlyList<Instrument> listed, TradingCalendar calendar, Instant moment)
    {
        var all = listed.Select(SimulatedSteps.WithStep).ToList();
        var hours = new SimulatedHours(calendar, new InstrumentTable(listed));
        if (!hours.TryGetSession(moment, out var session)) session = hours.After(moment);
        var frame = new MinuteFrame(seed);
        frame.Prepare(session!, 0);
        foreach (var underlying in new[] { SimulatedUnderlying.Nifty, SimulatedUnderlying.BankNifty })
        {
            if (!listed.Any(i => i.Kind == InstrumentKind.Index && i.Symbol == SimulatedProfiles.SymbolOf(underlying))) continue;
            AddContracts(all, underlying, frame.SpotOf(underlying)[0] / Price.Scale, session!.Span.Date, calendar);
        }

        return new InstrumentTable(all);
    }

    /// <summary>The last Tuesday of the month, or the trading day before it.</summary>
    public static DateOnly ExpiryOf(int year, int month, TradingCalendar calendar)
    {
        var date = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        while (date.DayOfWeek != DayOfWeek.Tuesday) date = date.AddDays(-1);
        while (!calendar.DayOf(_contracts, date).IsTrading) date = date.AddDays(-1);
        return date;
    }

    private static void AddContracts(
        List<Instrument> all, SimulatedUnderlying underlying, double spot, DateOnly date, TradingCalendar calendar)
    {
        var month = new DateOnly(date.Year, date.Month, 1);
        var nearest = ExpiryOf(month.Year, month.Month, calendar);
        if (nearest < date) month = month.AddMonths(1);
        nearest = ExpiryOf(month.Year, month.Month, calendar);
        var nextMonth = month.AddMonths(1);
        all.Add(Contract(underlying, nearest, month, InstrumentKind.Future, 0, spot));
        all.Add(Contract(underlying, ExpiryOf(nextMonth.Year, nextMonth.Month, calendar), nextMonth, InstrumentKind.Future, 0, spot));
        var step = StepOf(underlying);
        var middle = (int)((spot / step) + 0.5) * step;
        for (var i = -StrikesEachSide; i <= StrikesEachSide; i++)
        {
            all.Add(Contract(underlying, nearest, month, InstrumentKind.Call, middle + (i * step), spot));
            all.Add(Contract(underlying, nearest, month, InstrumentKind.Put, middle + (i * step), spot));
        }
    }

    private static Instrument Contract(
        SimulatedUnderlying underlying, DateOnly expiry, DateOnly month, InstrumentKind kind, int strike, double spot)
    {
        var (suffix, type) = kind switch
        {
            InstrumentKind.Call => (Invariant($"{strike}CE"), 1),
            InstrumentKind.Put => (Invariant($"{strike}PE"), 2),
            _ => ("FUT", 0),
        };
        var index = SimulatedProfiles.SymbolOf(underlying);
        var symbol = index + month.ToString("yyMMM", CultureInfo.InvariantCulture).ToUpperInvariant() + suffix;
        var name = $"{index} {expiry.ToString("d MMM yyyy", CultureInfo.InvariantCulture)} {suffix}";
        return new Instrument(Segment.Nfo, TokenOf(underlying, month, type, strike), symbol, name, kind)
        {
            Lot = underlying == SimulatedUnderlying.BankNifty ? 30 : 65,
            Freeze = underlying == SimulatedUnderlying.BankNifty ? 600 : 1_800,
            Tick = kind == InstrumentKind.Future ? SimulatedSteps.OfIndexFuture(spot) : Price.FromPaise(5),
            Expiry = expiry,
            Strike = new Price(strike * Price.Scale),
        };
    }

    /// <summary>Month, index, type and strike packed into one number; strikes are multiples of 50 below 204,800.</summary>
    private static int TokenOf(SimulatedUnderlying underlying, DateOnly month, int type, int strike)
    {
        var months = ((month.Year - 2000) * 12) + month.Month;
        return TokenFirst + (((((months * 2) + (int)underlying - 1) * 3) + type) * 4_096) + (strike / 50);
    }

    private static int StepOf(SimulatedUnderlying underlying) => underlying == SimulatedUnderlying.BankNifty ? 100 : 50;

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
