using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.Candles;

namespace TradingDesk.Benchmarks.Storage;

/// <summary>
/// What a running desk has to store, in its order: at every second the closed candle of every instrument on every timeframe that ends
/// there. The C program makes the same ones.
/// </summary>
internal static class WriterRows
{
    public const int Instruments = 80;

    /// <summary>Midnight in India, in seconds since 1970 UTC.</summary>
    public static readonly long FirstSecond = RecordedTicks.Open.UnixSeconds;

    /// <summary>The seconds and the default timeframes but the day, in seconds.</summary>
    public static readonly int[] Timeframes = [1, 60, 120, 180, 300, 900, 3_600];

    public static int TokenOf(int instrument) => 1_000 + (instrument * 37);

    public static IEnumerable<StoredCandle> Make(int rows)
    {
        var made = 0;
        for (var second = 1L; made < rows; second++)
        {
            foreach (var timeframe in Timeframes)
            {
                if (second % timeframe != 0) continue;
                for (var instrument = 0; instrument < Instruments && made < rows; instrument++, made++)
                    yield return One(second, instrument, timeframe);
            }
        }
    }

    private static StoredCandle One(long second, int instrument, int timeframe)
    {
        var price = 1_000_000 + (((instrument * 7_919L) + (second * 13)) % 5_000_000);
        return new StoredCandle(Segment.Nse, TokenOf(instrument), new Candle
        {
            Start = Instant.FromUnixSeconds(FirstSecond + second - timeframe),
            Open = new Price(price),
            High = new Price(price + 500),
            Low = new Price(price - 500),
            Close = new Price(price + 100),
            Volume = ((second * 31) + instrument) % 20_000,
            Seconds = timeframe,
            Ticks = timeframe * 4,
        });
    }
}
