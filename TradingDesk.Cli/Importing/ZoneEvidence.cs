using System.Globalization;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Importing;

/// <summary>What a file's times say about their zone: rows that would stand in the session if they were UTC, written as India's.</summary>
internal sealed class ZoneEvidence
{
    private long _rows;
    private long _inside;
    private long _insideAsUtc;

    public void Note(in TradingSession session, Instant start)
    {
        _rows++;
        if (session.Contains(start)) _inside++;
        if (session.Contains(start.PlusSeconds(Instant.IndiaOffsetSeconds))) _insideAsUtc++;
    }

    /// <summary>Why the times look like UTC, as a sentence; empty when they do not.</summary>
    public string Doubt() => _insideAsUtc <= _inside ? "" : string.Create(CultureInfo.InvariantCulture,
        $"{_inside:N0} of {_rows:N0} rows stand in the session as they are written, and {_insideAsUtc:N0} if their times are UTC.");
}
