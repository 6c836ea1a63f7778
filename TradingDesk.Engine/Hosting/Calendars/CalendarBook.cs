using System.Text;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Hosting.Calendars;

/// <summary>
/// The exchanges' calendar of this desk: the built-in entries and, in a file of the data folder that only grows, those an administrator
/// added, each with its writer and its moment.
/// </summary>
internal sealed class CalendarBook
{
    private readonly object _turn = new();
    private readonly string _path;
    private IReadOnlyList<CalendarEntry> _added;
    private TradingCalendar _exchange;

    private CalendarBook(string path, IReadOnlyList<CalendarEntry> added)
    {
        (_path, _added) = (path, added);
        _exchange = TradingCalendar.Of([.. CalendarFile.BuiltIn().Entries, .. added]);
    }

    /// <summary>The built-in calendar with all that was added.</summary>
    public TradingCalendar Exchange => Volatile.Read(ref _exchange);

    /// <summary>What administrators added, oldest first.</summary>
    public IReadOnlyList<CalendarEntry> Added => Volatile.Read(ref _added);

    /// <summary>Reads the book of a data folder; a sentence when its file cannot be read or understood.</summary>
    public static CalendarBook? TryRead(string dataFolder, out string refusal)
    {
        refusal = "";
        var path = Path.Combine(dataFolder, "calendar.csv");
        try
        {
            var text = File.Exists(path) ? File.ReadAllText(path) : "";
            // A line without an end was being written when the desk was killed: nobody was told that it is kept.
            var whole = text[..(text.LastIndexOf('\n') + 1)];
            if (whole.Length == 0) return new CalendarBook(path, []);
            var file = CalendarFile.Parse(whole);
            if (file.Problems.Count == 0) return new CalendarBook(path, file.Entries);
            refusal = $"The calendar {path} cannot be read: {file.Problems[0]}";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            refusal = $"The calendar {path} cannot be read: {error.Message.TrimEnd('.')}.";
        }

        return null;
    }

    /// <summary>Keeps an entry on the disk, then in the calendar; a sentence when it cannot be kept.</summary>
    public string Add(CalendarEntry entry)
    {
        lock (_turn)
        {
            try
            {
                Append(entry.ToLine());
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return $"The entry cannot be kept: {error.Message.TrimEnd('.')}.";
            }

            Volatile.Write(ref _added, [.. _added, entry]);
            Volatile.Write(ref _exchange, _exchange.With(entry));
            return "";
        }
    }

    private void Append(string line)
    {
        using var file = new FileStream(_path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var end = EndOfLastLine(file);
        file.SetLength(end);
        file.Position = end;
        file.Write(Encoding.UTF8.GetBytes(end == 0 ? $"{CalendarFile.Header}\n{line}\n" : $"{line}\n"));
        file.Flush(flushToDisk: true);
    }

    /// <summary>Where the last whole line ends.</summary>
    private static long EndOfLastLine(FileStream file)
    {
        for (var end = file.Length; end > 0; end--)
        {
            file.Position = end - 1;
            if (file.ReadByte() == '\n') return end;
        }

        return 0;
    }
}
