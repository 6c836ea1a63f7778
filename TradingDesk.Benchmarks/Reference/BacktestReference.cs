using TradingDesk.Benchmarks.Trading;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Benchmarks.Reference;

/// <summary>
/// The backtest as one would write it by hand for exactly one future and one cross of two averages: reversed at the price of the next
/// minute, a tick to the worse, and each day's note charged as a broker would.
/// </summary>
internal sealed class BacktestReference(Price[] prices, int fast, int slow)
{
    private const int MinutesPerDay = 1_440;
    private const decimal Brokerage = 20;
    private const decimal Stt = 0.0005m;
    private const decimal Transaction = 0.0000173m;
    private const decimal Ipft = 0.000001m;
    private const decimal Sebi = 0.000001m;
    private const decimal Stamp = 0.00002m;
    private const decimal Gst = 0.18m;

    private readonly double _keepFast = (fast - 1.0) / (fast + 1.0);
    private readonly double _keepSlow = (slow - 1.0) / (slow + 1.0);
    private readonly List<BacktestTrade> _trades = new(prices.Length / slow);
    private long _bought;
    private long _sold;
    private int _orders;
    private decimal _charges;

    public IReadOnlyList<BacktestTrade> Trades => _trades;

    /// <summary>What is left of all trades and the last price, less charges.</summary>
    public decimal Net { get; private set; }

    public void Run()
    {
        var (held, cash, quick, calm) = (0L, 0L, 0.0, 0.0);
        for (var minute = 0; minute < prices.Length; minute++)
        {
            var price = prices[minute].Scaled;
            if (minute % MinutesPerDay == 0) EndDay();
            // The last candle of a day closes when no price of the next one is known: nobody trades by it.
            var isFirst = minute % MinutesPerDay == 0;
            var wanted = minute <= slow || isFirst || quick == calm ? held : quick > calm ? MadeMinutes.Lot : -MadeMinutes.Lot;
            if (wanted != held)
            {
                var units = wanted - held;
                var paid = price + (Math.Sign(units) * Price.FromPaise(MadeMinutes.TickPaise).Scaled);
                cash -= paid * units;
                if (units > 0) _bought += paid * units;
                else _sold -= paid * units;
                // What is held is left by an order of its own before the other side is opened.
                for (var lots = Math.Abs(units) / MadeMinutes.Lot; lots > 0; lots--, _orders++)
                    _trades.Add(new BacktestTrade(minute, Math.Sign(units) * MadeMinutes.Lot, new Price(paid)));
                held = wanted;
            }

            var close = (double)price / Price.Scale;
            quick = Average(quick, close, minute, fast, _keepFast);
            calm = Average(calm, close, minute, slow, _keepSlow);
        }

        EndDay();
        Net = ((decimal)(cash + (held * prices[^1].Scaled)) / Price.Scale) - _charges;
    }

    private static double Average(double last, double close, int before, int period, double keep)
    {
        if (before >= period) return close + ((last - close) * keep);
        return before == period - 1 ? (last + close) / period : last + close;
    }

    private void EndDay()
    {
        if (_orders == 0) return;
        var (bought, sold) = ((decimal)_bought / Price.Scale, (decimal)_sold / Price.Scale);
        var served = Paise(_orders * Brokerage) + Paise((bought + sold) * Transaction) + Paise((bought + sold) * Ipft)
            + Paise((bought + sold) * Sebi);
        _charges += served + Paise(served * Gst) + Rupees(sold * Stt) + Rupees(bought * Stamp);
        (_bought, _sold, _orders) = (0, 0, 0);
    }

    private static decimal Paise(decimal rupees) => decimal.Round(rupees, 2, MidpointRounding.AwayFromZero);

    private static decimal Rupees(decimal rupees) => decimal.Round(rupees, 0, MidpointRounding.AwayFromZero);
}
