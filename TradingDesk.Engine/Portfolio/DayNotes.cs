using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Portfolio;

/// <summary>An account's contract notes of one day, one for each exchange and segment it traded on.</summary>
internal sealed class DayNotes
{
    public Money Total { get; private set; }

    public void Begin(DateOnly day) => Total = default;

    public void Add(in AccountTrade trade, Instrument instrument) => Total += default(Money);

    public Money ShareOf(InstrumentId instrument, Product product) => Total;
}
