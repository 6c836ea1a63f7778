namespace TradingDesk.Web.Pages.Gallery;

/// <summary>An instrument made up for the gallery.</summary>
public sealed record SampleInstrument(string Name, string Exchange)
{
    private static readonly string[] _shares =
        ["RELIANCE", "HDFCBANK", "ICICIBANK", "INFY", "TCS", "ITC", "LT", "SBIN", "AXISBANK", "KOTAKBANK", "BHARTIARTL", "HINDUNILVR"];

    public static IReadOnlyList<SampleInstrument> All { get; } =
    [
        .. _shares.Select(name => new SampleInstrument(name, "NSE")),
        new("NIFTY 50", "Index"), new("BANKNIFTY", "Index"),
        .. Enumerable.Range(0, 60).Select(place =>
            new SampleInstrument($"NIFTY 26 NOV {24_500 + (place / 2 * 50)} {(place % 2 == 0 ? "CE" : "PE")}", "NFO")),
    ];
}
