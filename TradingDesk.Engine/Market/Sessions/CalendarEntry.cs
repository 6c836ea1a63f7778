using System.Globalization;

namespace TradingDesk.Engine.Market.Sessions;

/// <summary>One dated statement about the days of an exchange, with where it is from and how sure it is.</summary>
internal sealed record CalendarEntry
{
    public required EntryKind Kind { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day of the span.</summary>
    public required DateOnly To { get; init; }

    public required Exchange Exchange { get; init; }

    public required IReadOnlyList<MarketPart> Parts { get; init; }

    /// <summary>Ascending; empty unless the entry is a shape or a session.</summary>
    public IReadOnlyList<DayPhase> Phases { get; init; } = [];

    /// <summary>The exchange whose days this one keeps; set by an entry that follows.</summary>
    public Exchange? Followed { get; init; }

    /// <summary>Minutes before the end of continuous trading; set by a square-off.</summary>
    public int Minutes { get; init; }

    public required Certainty Certainty { get; init; }

    public required string Source { get; init; }

    /// <summary>The day, or the moment, it was written down.</summary>
    public required string Noted { get; init; }

    public string Remark { get; init; } = "";

    /// <summary>Who wrote it down.</summary>
    public required string By { get; init; }

    public bool Covers(DateOnly date) => date >= From && date <= To;

    /// <summary>The line of the file that says this.</summary>
    public string ToLine()
    {
        var to = To == DateOnly.MaxValue ? "" : To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (kind, exchange, certain) = (CalendarWords.Of(Kind), CalendarWords.Of(Exchange), CalendarWords.Of(Certainty));
        var parts = string.Join(' ', Parts.Select(CalendarWords.Of));
        return string.Create(CultureInfo.InvariantCulture,
            $"{kind},{From:yyyy-MM-dd},{to},{exchange},{parts},{Says()},{certain},{Source},{Noted},{Remark},{By}");
    }

    private string Says() => Kind switch
    {
        EntryKind.Follows => CalendarWords.Of(Followed!.Value),
        EntryKind.SquareOff => Minutes.ToString(CultureInfo.InvariantCulture),
        _ => string.Join("; ", Phases.Select(phase =>
            $"{CalendarWords.Of(phase.Kind)} {CalendarWords.TimeOf(phase.FromSecond)}-{CalendarWords.TimeOf(phase.ToSecond)}")),
    };
}
