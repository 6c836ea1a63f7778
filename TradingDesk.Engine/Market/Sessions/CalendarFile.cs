using System.Globalization;

namespace TradingDesk.Engine.Market.Sessions;

/// <summary>The entries of a calendar's text, and a sentence for every line that could not be read.</summary>
internal sealed record CalendarFile(IReadOnlyList<CalendarEntry> Entries, IReadOnlyList<string> Problems)
{
    /// <summary>The first line of every file.</summary>
    public const string Header = "kind,from,to,exchange,hours,phases,certainty,source,noted,remark,by";

    /// <summary>How many days after its first the last day of an entry may be.</summary>
    public const int DaysMost = 31;

    /// <summary>The calendar this desk was built with.</summary>
    public static CalendarFile BuiltIn()
    {
        using var stream = typeof(CalendarFile).Assembly.GetManifestResourceStream("calendar.csv")!;
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    public static CalendarFile Parse(string text)
    {
        var entries = new List<CalendarEntry>();
        var problems = new List<string>();
        var lines = text.Split('\n');
        if (lines[0].Trim('\r', ' ', '\uFEFF') != Header) return new CalendarFile([], [$"line 1: the columns must be {Header}."]);
        for (var i = 1; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i])) continue;
            var problem = ReadLine(lines[i].TrimEnd('\r'), out var entry);
            if (problem.Length == 0) entries.Add(entry!);
            else problems.Add(string.Create(CultureInfo.InvariantCulture, $"line {i + 1}, {problem}"));
        }

        return new CalendarFile(entries, problems);
    }

    /// <summary>Reads one line; a sentence that names the column and what is allowed, or nothing when it was read.</summary>
    public static string ReadLine(string line, out CalendarEntry? entry)
    {
        entry = null;
        var cells = line.Split(',', StringSplitOptions.TrimEntries);
        var columns = Header.Split(',').Length;
        if (cells.Length != columns)
            return string.Create(CultureInfo.InvariantCulture, $"{cells.Length} cells stand where {columns} are needed.");
        if (!CalendarWords.TryRead(cells[0], out EntryKind kind)) return Refuse("kind", cells[0], CalendarWords.Allowed<EntryKind>());
        if (!TryDate(cells[1], out var from)) return Refuse("from", cells[1], "a day such as 2026-11-24");
        var to = DateOnly.MaxValue;
        if (cells[2].Length > 0 && !TryDate(cells[2], out to)) return Refuse("to", cells[2], "a day such as 2026-11-24, or nothing");
        if (to < from) return Refuse("to", cells[2], $"a day from {cells[1]} on");
        if (IsOfDays(kind) && to.DayNumber - from.DayNumber > DaysMost) return Refuse("to", cells[2], "a span of at most a month");
        if (!CalendarWords.TryRead(cells[3], out Exchange exchange)) return Refuse("exchange", cells[3], CalendarWords.Allowed<Exchange>());
        if (ReadParts(cells[4]) is not { } parts) return Refuse("hours", cells[4], CalendarWords.Allowed<MarketPart>());
        if (!CalendarWords.TryRead(cells[6], out Certainty certainty))
            return Refuse("certainty", cells[6], CalendarWords.Allowed<Certainty>());
        if (cells[7].Length == 0) return Refuse("source", "", "where the entry is from");
        if (cells[8].Length == 0) return Refuse("noted", "", "when the entry was written down");
        if (cells[10].Length == 0) return Refuse("by", "", "who wrote it down");
        var read = new CalendarEntry
        {
            Kind = kind,
            From = from,
            To = to,
            Exchange = exchange,
            Parts = parts,
            Certainty = certainty,
            Source = cells[7],
            Noted = cells[8],
            Remark = cells[9],
            By = cells[10],
        };
        return ReadSaying(read, cells[5], out entry);
    }

    private static bool IsOfDays(EntryKind kind) => kind is EntryKind.Closed or EntryKind.Regular or EntryKind.Session;

    private static string ReadSaying(CalendarEntry read, string cell, out CalendarEntry? entry)
    {
        entry = null;
        switch (read.Kind)
        {
            case EntryKind.Follows:
                if (!CalendarWords.TryRead(cell, out Exchange followed) || followed == read.Exchange)
                    return Refuse("phases", cell, "the exchange it follows");
                entry = read with { Followed = followed };
                return "";
            case EntryKind.SquareOff:
                if (!int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || minutes is < 1 or > 300)
                    return Refuse("phases", cell, "minutes before the end, 1 to 300");
                entry = read with { Minutes = minutes };
                return "";
            case EntryKind.Shape or EntryKind.Session:
                if (DayPhases.Read(cell) is not { } phases) return Refuse("phases", cell, DayPhases.Allowed);
                entry = read with { Phases = phases };
                return "";
            default:
                if (cell.Length > 0) return Refuse("phases", cell, "nothing");
                entry = read;
                return "";
        }
    }

    private static List<MarketPart>? ReadParts(string cell)
    {
        var parts = new List<MarketPart>();
        foreach (var word in cell.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!CalendarWords.TryRead(word, out MarketPart part) || parts.Contains(part)) return null;
            parts.Add(part);
        }

        return parts.Count == 0 ? null : parts;
    }

    private static bool TryDate(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static string Refuse(string column, string cell, string allowed) =>
        $"column {column}: '{cell}' stands there; allowed is {allowed}.";
}
