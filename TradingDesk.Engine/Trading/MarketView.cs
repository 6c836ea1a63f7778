using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Risk;

namespace TradingDesk.Engine.Trading;

/// <summary>What orders must know of the market: the last price of each instrument and whether its session is on.</summary>
internal sealed class MarketView(DeskPlan plan, SessionClocks sessions, LevelBoard board)
{
    /// <summary>Prices so shortly after its last day still count for a contract: the round-the-clock market never stops.</summary>
    private const int AfterEndSeconds = 60;

    private readonly Dictionary<InstrumentId, Price> _settlements = [];
    private readonly Quoted[] _quotes = new Quoted[plan.Instruments.Count];

    /// <summary>The instrument of a key such as `1:2885`.</summary>
    public bool TryFind(string key, out Instrument? instrument) => plan.Instruments.TryFindKey(key, out instrument);

    public void Note(InstrumentId id, in Tick tick)
    {
        ref var quote = ref _quotes[id.Index];
        if (tick.Time < quote.At) return;
        quote = new Quoted(tick.Last, tick.PreviousClose, tick.Time);
    }

    /// <summary>What a contract that ended before this start was worth.</summary>
    public void NoteSettlement(InstrumentId contract, in Tick price) => _settlements[contract] = price.Last;

    /// <summary>Whether it is a contract that trades no more.</summary>
    public bool HasEnded(Instrument instrument, Instant clock)
    {
        if (instrument.Expiry is not { } last || clock.IndiaDate < last) return false;
        return clock.IndiaDate > last || (SessionOf(instrument.Id, clock) is { } session && session.Date == last && clock >= session.Close);
    }

    /// <summary>
    /// What an ended contract is worth by its underlying's last price of that day, or by its own where the desk does not see the
    /// underlying; null without any. Exchanges take the average of the last half hour: this is an estimate of it.
    /// </summary>
    public Price? SettlementOf(Instrument contract)
    {
        var from = Instant.FromIndiaMidnight(contract.Expiry!.Value);
        var to = Instant.FromIndiaMidnight(contract.Expiry.Value.AddDays(1)).PlusSeconds(AfterEndSeconds);
        if (plan.Instruments.UnderlyingOf(contract) is { } underlying && IsWithin(underlying.Id, from, to))
            return Settlements.AtExpiry(contract, LastOf(underlying.Id));
        if (_settlements.TryGetValue(contract.Id, out var told)) return told;
        return IsWithin(contract.Id, from, to) ? LastOf(contract.Id) : null;
    }

    private bool IsWithin(InstrumentId id, Instant from, Instant to) => _quotes[id.Index].At is var at && at >= from && at < to;

    /// <summary>The last price whenever it was made; 0 before the first tick.</summary>
    public Price LastOf(InstrumentId id) => _quotes[id.Index].Last;

    /// <summary>The continuous session that the clock stands in or that was on last.</summary>
    public TradingSession SessionOf(InstrumentId id, Instant clock) => sessions[id].At(clock);

    /// <summary>The day of the session before that one.</summary>
    public DateOnly DayBefore(Instrument instrument, in TradingSession session) =>
        board.Calendar.SessionBefore(instrument.Hours, session.Open).Date;

    /// <summary>When intraday positions of it must be left on that session's day; null where nothing says so.</summary>
    public Instant? SquareOffOf(Instrument instrument, DateOnly day) => board.Calendar.SquareOff(instrument.Hours, day);

    public MarketNow Of(Instrument instrument, Instant clock, bool isReduceOnly)
    {
        var quote = _quotes[instrument.Id.Index];
        var session = SessionOf(instrument.Id, clock);
        var isOpen = session.Contains(clock);
        return new MarketNow
        {
            Clock = clock,
            IsKnown = board.Calendar.KnownThrough(instrument.Hours) is { } through && clock.IndiaDate <= through,
            IsOpen = isOpen,
            IsSquaredOff = isOpen && SquareOffOf(instrument, session.Date) <= clock,
            Last = quote.At >= session.Open ? quote.Last : default,
            LastAt = quote.At,
            PreviousClose = quote.PreviousClose,
            IsReduceOnly = isReduceOnly,
        };
    }

    private readonly record struct Quoted(Price Last, Price PreviousClose, Instant At);
}
