using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Risk;
using TradingDesk.Engine.Strategies;
using TradingDesk.Engine.Strategies.Catalogue;
using TradingDesk.Engine.Trading;

namespace TradingDesk.Engine;

/// <summary>
/// The only place that knows modes: what a simulated desk, one on stored candles and one fed from a file have in common is all the rest.
/// A re-run has no mode of its own, for a tape begins with the plan it was recorded under.
/// </summary>
internal static class DeskModes
{
    /// <summary>A desk on the simulated market: the feed posts time without pause, and its clock is the newest tick's.</summary>
    public static DeskPlan Simulated(
        TradingCalendar calendar, InstrumentTable instruments, IEnumerable<Timeframe> timeframes, string indicators) => new()
        {
            Build = BuildName,
            World = DeskPlan.Simulated,
            Calendar = calendar,
            ClosingLagMilliseconds = 0,
            SilenceMeansAway = true,
            Timeframes = TimeframeRules.InOrder(timeframes),
            Indicators = indicators,
            Instruments = instruments,
        };

    /// <summary>A desk on the real market's stored candles, which no feed goes on with: its clock is the line's.</summary>
    public static DeskPlan Stored(
        TradingCalendar calendar, InstrumentTable instruments, IEnumerable<Timeframe> timeframes, string indicators) =>
        Simulated(calendar, instruments, timeframes, indicators) with { World = DeskPlan.Market, ClosingLagMilliseconds = 1_000 };

    /// <summary>A desk fed from a file of ticks: the newest tick is the clock, so silence says nothing.</summary>
    public static DeskPlan FromFile(
        TradingCalendar calendar, InstrumentTable instruments, IEnumerable<Timeframe> timeframes, string indicators) =>
        Simulated(calendar, instruments, timeframes, indicators) with { World = "file", SilenceMeansAway = false };

    /// <summary>Accounts whose orders trade on paper, against the books the feed shows, or are heard again from a tape.</summary>
    public static AccountMode OnPaper(IVenue venue, IReadOnlyList<StrategyDescription>? strategies = null)
    {
        var rules = new AccountRules
        {
            AllowsMarket = true,
            AllowsStopMarket = true,
            AllowsIoc = true,
            NeedsArming = false,
            ValueMost = Money.FromRupees(5_00_00_000),
            QuantityMost = new Quantity(1_00_000),
            AllowsOpposingBooks = true,
            RequestsPerSecond = 8,
            RequestsKept = 2,
            PatienceSeconds = 5,
        };
        return new AccountMode(rules, venue, strategies ?? StrategyCatalog.All, OnPaperUntilSet);
    }

    /// <summary>Wide: margin allows about seven times the cash, so these stop slips and runaways, not a person who means it.</summary>
    private static RiskDefaults OnPaperUntilSet => new()
    {
        OrderValuePercent = 1_000,
        ExposurePercent = 1_000,
        DayLossPercent = 20,
        DrawdownPercent = 40,
        OrderUnits = 1_00_000,
        CollarBasisPoints = 2_000,
        PriceAgeSeconds = 300,
        OpenOrders = Limits.OpenOrdersMost,
        TradesPerDay = 10_000,
    };

    /// <summary>The version of the program, written into each plan.</summary>
    public static string BuildName => typeof(DeskModes).Assembly.GetName().Version?.ToString(3) ?? "0";
}
