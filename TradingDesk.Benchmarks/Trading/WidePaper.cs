using TradingDesk.Engine.Trading;

namespace TradingDesk.Benchmarks.Trading;

/// <summary>Accounts on paper whose limits are judged and never reached, and whose requests leave at once.</summary>
internal static class WidePaper
{
    private const int Percent = 1_000_000;

    public static AccountMode Of(AccountMode paper) => paper with
    {
        Rules = paper.Rules with { RequestsPerSecond = 0 },
        Limits = paper.Limits with
        {
            OrderValuePercent = Percent,
            ExposurePercent = Percent,
            DayLossPercent = Percent,
            DrawdownPercent = Percent,
            CollarBasisPoints = 10_000,
            PriceAgeSeconds = 86_400,
            TradesPerDay = 1_000_000,
        },
    };
}
