using TradingDesk.Engine.Market;

namespace TradingDesk.Tests.Engine.Indicators;

/// <summary>The first 33 daily closes of TA-Lib's own regression test, whose expected values are given to a hundredth.</summary>
internal static class TaLibCloses
{
    public const double Tolerance = 0.01;

    private static readonly double[] _closes =
    [
        91.500, 94.815, 94.375, 95.095, 93.780, 94.625, 92.530, 92.750, 90.315, 92.470, 96.125,
        97.250, 98.500, 89.875, 91.000, 92.815, 89.155, 89.345, 91.625, 89.875, 88.375, 87.625,
        84.780, 83.000, 83.500, 81.375, 84.440, 89.250, 86.375, 86.250, 85.250, 87.125, 85.815,
    ];

    public static IEnumerable<CandleValues> First(int count) =>
        _closes.Take(count).Select(close => new CandleValues(close, close, close, close, 1));
}
