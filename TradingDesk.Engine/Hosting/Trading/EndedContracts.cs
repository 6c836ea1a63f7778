using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;

namespace TradingDesk.Engine.Hosting.Trading;

/// <summary>What contracts were worth that ended while no desk ran, by the newest stored minute before their end.</summary>
internal sealed class EndedContracts(DeskPlan plan, CandleReader candles)
{
    /// <summary>Those that a start at that moment finds ended, and that have a price; a store that cannot be read gives none.</summary>
    public IEnumerable<DeskInput> At(Instant start)
    {
        foreach (var contract in plan.Instruments.All)
        {
            if (contract.Expiry is not { } day || day > start.IndiaDate) continue;
            if (PriceOf(contract, EndOf(contract, day)) is { } price) yield return DeskInput.Settlement(start, contract.Id, price);
        }
    }

    private Instant EndOf(Instrument contract, DateOnly day)
    {
        var session = new SessionClock(plan.Calendar, contract.Hours).At(Instant.FromIndiaMidnight(day.AddDays(1)).PlusSeconds(-1));
        return session.Date == day ? session.Close : Instant.FromIndiaMidnight(day.AddDays(1));
    }

    private Tick? PriceOf(Instrument contract, Instant end)
    {
        if (plan.Instruments.UnderlyingOf(contract) is { } underlying && NewestBefore(underlying, end) is { } seen)
            return new Tick { Last = Settlements.AtExpiry(contract, seen.Close), Time = seen.End };
        return NewestBefore(contract, end) is { } own ? new Tick { Last = own.Close, Time = own.End } : null;
    }

    private Candle? NewestBefore(Instrument instrument, Instant end)
    {
        try
        {
            var found = candles.Newest(instrument.Segment, instrument.Token, Timeframe.Minute.Seconds, end.UnixSeconds, 1);
            return found.Count == 0 ? null : found[0];
        }
        catch (Exception error) when (StoreFault.From(error) is not null)
        {
            return null;
        }
    }
}
