using System.Globalization;

namespace TradingDesk.Engine.Market.Sessions;

/// <summary>A day's phases as the calendar's file writes them: `pre-open 09:00-09:08; open 09:15-15:30`.</summary>
internal static class DayPhases
{
    public const string Allowed =
        "phases in the order of the day such as pre-open 09:00-09:08; open 09:15-15:30, with one open part or two";

    private const int OpenPartsMost = 2;

    /// <summary>The phases, or null when the text says none that a day can have.</summary>
    public static IReadOnlyList<DayPhase>? Read(string text)
    {
        var phases = new List<DayPhase>();
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries))
        {
            if (ReadOne(part) is not { } phase) return null;
            if (phases.Count > 0 && phase.FromSecond < phases[^1].ToSecond) return null;
            phases.Add(phase);
        }

        return phases.Count(phase => phase.Kind == PhaseKind.Open) is >= 1 and <= OpenPartsMost ? phases : null;
    }

    private static DayPhase? ReadOne(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0 || !CalendarWords.TryRead(text[..space], out PhaseKind kind)) return null;
        var times = text[(space + 1)..].Split('-', StringSplitOptions.TrimEntries);
        if (times.Length != 2 || ReadTime(times[0]) is not { } from || ReadTime(times[1]) is not { } to || to <= from) return null;
        return new DayPhase(kind, from, to);
    }

    /// <summary>`09:15`, `15:28:30` or `24:00`, in seconds of the day.</summary>
    private static int? ReadTime(string text)
    {
        var cells = text.Split(':');
        if (cells.Length is < 2 or > 3) return null;
        var second = 0;
        for (var place = 0; place < cells.Length; place++)
        {
            if (cells[place].Length != 2) return null;
            if (!int.TryParse(cells[place], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
            if (number > (place == 0 ? 24 : 59)) return null;
            second = (second * 60) + number;
        }

        if (cells.Length == 2) second *= 60;
        return second <= 86_400 ? second : null;
    }
}
