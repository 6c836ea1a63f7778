using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Sqlite.Candles;

/// <summary>Which candles a store lacks, as far as it could be kept.</summary>
/// <param name="Since">Every candle that ended before it is there; null when all may be lacking.</param>
/// <param name="Run">The start of the desk's run that could not keep them; null when it is not known.</param>
/// <param name="Market">The market the run watched; empty when it is not known.</param>
internal sealed record CandleGap(Instant? Since, Instant? Run, string Market)
{
    private const string SinceMark = "incomplete since ";
    private const string RunMark = "run of ";
    private const string MarketMark = "market ";
    private const string Beginning = "the beginning";

    /// <summary>What a note says that cannot be read.</summary>
    public static CandleGap Unknown { get; } = new(null, null, "");

    public string ToText() => $"{SinceMark}{Since?.ToString() ?? Beginning}; {RunMark}{Run}; {MarketMark}{Market}\n";

    /// <summary>Reads what <see cref="ToText"/> wrote; anything else says nothing.</summary>
    public static CandleGap Parse(string text)
    {
        if (!text.EndsWith('\n')) return Unknown;
        var parts = text.TrimEnd('\n').Split("; ", 3);
        if (parts.Length != 3 || !parts[2].StartsWith(MarketMark, StringComparison.Ordinal)) return Unknown;
        if (!TryRead(parts[0], SinceMark, out var since) || !TryRead(parts[1], RunMark, out var run)) return Unknown;
        return new CandleGap(since, run, parts[2][MarketMark.Length..]);
    }

    private static bool TryRead(string part, string mark, out Instant? moment)
    {
        moment = null;
        if (!part.StartsWith(mark, StringComparison.Ordinal)) return false;
        if (part[mark.Length..] == Beginning) return true;
        var isRead = DateTimeOffset.TryParse(part[mark.Length..], CultureInfo.InvariantCulture, DateTimeStyles.None, out var read);
        if (isRead) moment = Instant.From(read);
        return isRead;
    }
}
