using Microsoft.AspNetCore.Components;
using TradingDesk.Web.Components.Chart;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Pages.Gallery;

/// <summary>Figures drawn: a sparkline, a heat map, a chart of candles.</summary>
public sealed partial class FiguresGallery : ComponentBase
{
    private const int Minute = 60;
    private const int Candles = 120;

    /// <summary>Monday 2 November 2026, 09:15 in India, in seconds since 1970 UTC.</summary>
    private const long Opening = 1_793_591_100;

    private static readonly string[] _months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private static readonly IReadOnlyList<(long, decimal)> _day =
    [
        .. Enumerable.Range(0, 200).Where(place => place is < 90 or > 100)
            .Select(place => (Opening + ((long)place * Minute), Wave(place) * 900)),
    ];

    private static readonly IReadOnlyList<HeatRow> _years = [.. new[] { 2024, 2025, 2026 }.Select(Year)];

    private static readonly ChartSetup _setup = new("SAMPLE", Minute, 2, HasVolume: true, []);

    private CandleChart? _chart;

    private Task<bool> DrawAsync() => _chart!.ShowAsync(_setup, Enumerable.Range(0, Candles).Select(Row));

    private static HeatRow Year(int year) => new($"{year}", [.. Enumerable.Range(0, 12).Select(month => Cell(year, month))]);

    private static HeatCell Cell(int year, int month)
    {
        if (year == 2026 && month > 9) return new HeatCell(null, IndianNumbers.Nothing);
        var value = decimal.Round(Wave((year * 7) + (month * 29)) * 6, 2);
        return new HeatCell(value, IndianNumbers.WithSign(value), $"{_months[month]} {year}: {IndianNumbers.WithSign(value)} %");
    }

    private static ChartRow Row(int place)
    {
        var (open, close) = (25_000 + (Wave(place) * 60), 25_000 + (Wave(place + 1) * 60));
        var (high, low) = (Math.Max(open, close) + 4, Math.Min(open, close) - 3);
        var candle = new ChartCandle(open, high, low, close, 4_000 + (place * 977 % 9_000), 60, "", Forming: false);
        return new ChartRow(Opening + ((long)place * Minute), candle, []);
    }

    /// <summary>Between -1 and 1, the same at every start.</summary>
    private static decimal Wave(int place) =>
        (((place * 37 % 101) - 50) / 250m) + ((Math.Abs((place % 80) - 40) - 20) / 25m * 0.9m);
}
