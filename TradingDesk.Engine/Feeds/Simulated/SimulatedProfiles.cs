using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using static TradingDesk.Engine.Feeds.Simulated.SimulatedSector;

namespace TradingDesk.Engine.Feeds.Simulated;

/// <summary>The table of believable levels and tempers; an instrument not in it gets some of its own from its name.</summary>
internal static class SimulatedProfiles
{
    private static readonly Dictionary<string, SimulatedProfile> _indices = new(StringComparer.Ordinal)
    {
        ["NIFTY"] = OfIndex(25_900, 1, SimulatedSector.Market, 0, 0.0008),
        ["BANKNIFTY"] = OfIndex(58_500, 0.95, Banks, 0.8, 0.001),
        ["FINNIFTY"] = OfIndex(27_300, 0.95, Banks, 0.7, 0.0012),
        ["SENSEX"] = OfIndex(84_700, 0.98, SimulatedSector.Market, 0, 0.0009),
        ["INDIAVIX"] = OfIndex(12.6, -3.2, SimulatedSector.Market, 0, 0.03),
    };

    private static readonly Dictionary<string, SimulatedProfile> _stocks = new(StringComparer.Ordinal)
    {
        ["ADANIENT"] = Of(2_450, 1.4, Energy, 0.0130, 1_400_000, 1.8),
        ["ADANIPORTS"] = Of(1_480, 1.3, Building, 0.0110, 2_400_000, 1.8),
        ["APOLLOHOSP"] = Of(7_500, 0.7, Health, 0.0090, 450_000, 1.2),
        ["ASIANPAINT"] = Of(2_860, 0.7, Consumer, 0.0095, 1_200_000, 1.4),
        ["AXISBANK"] = Of(1_275, 1.15, Banks, 0.0080, 8_000_000, 2.4),
        ["BAJAJ-AUTO"] = Of(8_900, 0.9, Cars, 0.0090, 350_000, 1.2),
        ["BAJFINANCE"] = Of(1_010, 1.2, Banks, 0.0100, 7_500_000, 2.2),
        ["BAJAJFINSV"] = Of(2_060, 1.15, Banks, 0.0090, 1_300_000, 1.4),
        ["BEL"] = Of(420, 1.2, Building, 0.0110, 14_000_000, 2.2),
        ["BPCL"] = Of(365, 0.95, Energy, 0.0100, 8_000_000, 1.6),
        ["BHARTIARTL"] = Of(2_130, 0.8, Technology, 0.0080, 5_500_000, 2.2),
        ["BRITANNIA"] = Of(5_820, 0.55, Consumer, 0.0080, 300_000, 1.0),
        ["CIPLA"] = Of(1_515, 0.6, Health, 0.0085, 1_600_000, 1.4),
        ["COALINDIA"] = Of(380, 0.85, Energy, 0.0085, 7_000_000, 1.6),
        ["DRREDDY"] = Of(1_240, 0.6, Health, 0.0085, 2_000_000, 1.4),
        ["EICHERMOT"] = Of(7_050, 0.9, Cars, 0.0095, 400_000, 1.2),
        ["GRASIM"] = Of(2_730, 0.95, Building, 0.0085, 700_000, 1.2),
        ["HCLTECH"] = Of(1_600, 0.9, Technology, 0.0085, 2_600_000, 1.8),
        ["HDFCBANK"] = Of(995, 1.05, Banks, 0.0060, 18_000_000, 3.2),
        ["HDFCLIFE"] = Of(765, 0.85, Banks, 0.0090, 3_500_000, 1.4),
        ["HEROMOTOCO"] = Of(5_650, 0.9, Cars, 0.0105, 650_000, 1.2),
        ["HINDALCO"] = Of(800, 1.25, Metals, 0.0095, 5_500_000, 1.8),
        ["HINDUNILVR"] = Of(2_430, 0.5, Consumer, 0.0075, 1_700_000, 1.6),
        ["ICICIBANK"] = Of(1_375, 1.05, Banks, 0.0060, 12_000_000, 3.0),
        ["ITC"] = Of(405, 0.55, Consumer, 0.0070, 13_000_000, 2.2),
        ["INDUSINDBK"] = Of(840, 1.3, Banks, 0.0140, 4_500_000, 1.6),
        ["INFY"] = Of(1_530, 0.95, Technology, 0.0080, 7_500_000, 2.8),
        ["JSWSTEEL"] = Of(1_170, 1.2, Metals, 0.0090, 2_200_000, 1.4),
        ["KOTAKBANK"] = Of(2_090, 0.95, Banks, 0.0075, 2_600_000, 1.8),
        ["LT"] = Of(4_020, 1.1, Building, 0.0075, 1_900_000, 2.0),
        ["M&M"] = Of(3_700, 1.1, Cars, 0.0095, 2_300_000, 2.0),
        ["MARUTI"] = Of(15_800, 0.9, Cars, 0.0085, 400_000, 1.6),
        ["NTPC"] = Of(328, 0.9, Energy, 0.0080, 9_000_000, 1.8),
        ["NESTLEIND"] = Of(1_270, 0.5, Consumer, 0.0075, 1_100_000, 1.2),
        ["ONGC"] = Of(248, 0.9, Energy, 0.0090, 11_000_000, 1.6),
        ["POWERGRID"] = Of(276, 0.8, Energy, 0.0080, 11_000_000, 1.6),
        ["RELIANCE"] = Of(1_500, 1.05, Energy, 0.0070, 10_500_000, 3.4),
        ["SBILIFE"] = Of(2_000, 0.75, Banks, 0.0085, 1_000_000, 1.2),
        ["SHRIRAMFIN"] = Of(825, 1.3, Banks, 0.0120, 5_500_000, 1.6),
        ["SBIN"] = Of(970, 1.15, Banks, 0.0075, 9_500_000, 2.8),
        ["SUNPHARMA"] = Of(1_760, 0.6, Health, 0.0080, 2_100_000, 1.6),
        ["TCS"] = Of(3_110, 0.85, Technology, 0.0075, 2_500_000, 2.4),
        ["TATACONSUM"] = Of(1_160, 0.65, Consumer, 0.0085, 1_500_000, 1.2),
        ["TATAMOTORS"] = Of(390, 1.2, Cars, 0.0115, 14_000_000, 2.4),
        ["TATASTEEL"] = Of(174, 1.25, Metals, 0.0095, 26_000_000, 2.4),
        ["TECHM"] = Of(1_440, 0.95, Technology, 0.0095, 1_700_000, 1.4),
        ["TITAN"] = Of(3_850, 0.85, Consumer, 0.0085, 1_000_000, 1.6),
        ["ULTRACEMCO"] = Of(11_800, 0.9, Building, 0.0080, 300_000, 1.4),
        ["WIPRO"] = Of(244, 0.9, Technology, 0.0090, 9_500_000, 1.8),
    };

    public static SimulatedProfile For(Instrument instrument) => instrument.Kind switch
    {
        InstrumentKind.Index => _indices.GetValueOrDefault(instrument.Symbol, OfIndex(10_000, 1, SimulatedSector.Market, 0, 0.004)),
        InstrumentKind.Equity => ForEquity(instrument),
        InstrumentKind.Future => ForFuture(UnderlyingOf(instrument)),
        InstrumentKind.Call or InstrumentKind.Put => ForOption(UnderlyingOf(instrument)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The profile of the index behind futures and options.</summary>
    public static SimulatedProfile For(SimulatedUnderlying underlying) => _indices[SymbolOf(underlying)];

    public static string SymbolOf(SimulatedUnderlying underlying) => underlying == SimulatedUnderlying.BankNifty ? "BANKNIFTY" : "NIFTY";

    private static SimulatedUnderlying UnderlyingOf(Instrument instrument) =>
        instrument.Symbol.StartsWith("BANKNIFTY", StringComparison.Ordinal) ? SimulatedUnderlying.BankNifty : SimulatedUnderlying.Nifty;

    private static SimulatedProfile ForEquity(Instrument instrument)
    {
        var profile = _stocks.GetValueOrDefault(instrument.Symbol) ?? Unlisted(instrument.Symbol);
        if (instrument.Segment == Segment.Nse) return profile;
        return profile with
        {
            DayVolume = profile.DayVolume / 15,
            TicksPerSecond = profile.TicksPerSecond / 4,
            Spread = profile.Spread * 3,
        };
    }

    private static SimulatedProfile Unlisted(string symbol)
    {
        var level = 100 + (1_900 * Noise.Share(Noise.KeyOf(0, symbol)));
        return Of(level, 1, SimulatedSector.Market, 0.011, 800_000, 0.8);
    }

    private static SimulatedProfile ForFuture(SimulatedUnderlying underlying) =>
        For(underlying) with
        {
            OwnDeviation = 0.00004,
            DayVolume = 5_000_000,
            TicksPerSecond = 2.4,
            Spread = 0.00002,
            Underlying = underlying,
        };

    private static SimulatedProfile ForOption(SimulatedUnderlying underlying) =>
        For(underlying) with
        {
            OwnDeviation = 0,
            DayVolume = 12_000_000,
            TicksPerSecond = 0.35,
            Spread = 0.000004,
            Underlying = underlying,
        };

    private static SimulatedProfile OfIndex(double level, double beta, SimulatedSector sector, double sectorWeight, double ownDeviation) =>
        new(level, beta, sector, sectorWeight, ownDeviation, DayVolume: 0, TicksPerSecond: 1.2);

    private static SimulatedProfile Of(
        double level, double beta, SimulatedSector sector, double ownDeviation, long dayVolume, double ticksPerSecond) =>
        new(level, beta, sector, sector == SimulatedSector.Market ? 0 : 1, ownDeviation, dayVolume, ticksPerSecond);
}
