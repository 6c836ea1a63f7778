using System.Globalization;
using Microsoft.Extensions.Logging;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Hosting.Logging;

/// <summary>The log of a desk: one file of JSON lines for each of India's days, with a size it never exceeds and days it is kept.</summary>
internal sealed class LogFile(string folder, long bytesADay, int keepDays) : IDisposable
{
    private const string Prefix = "desk-";
    private const string Suffix = ".jsonl";
    private const string DateForm = "yyyy-MM-dd";

    private FileStream? _file;
    private DateOnly _day;
    private int _lastLength;
    private bool _isFull;

    /// <summary>Lines that a full day or a failing disk kept out.</summary>
    public long Refused { get; private set; }

    /// <summary>Writes a line into the file of its day; a disk that fails costs the line and is tried again with the next one.</summary>
    public void Write(in LogEntry entry)
    {
        try
        {
            Turn(entry.At.IndiaDate);
            if (_isFull || !TryAppend(entry)) Refused++;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Refused++;
            Close();
        }
    }

    /// <summary>Hands what was written to the system.</summary>
    public void Flush()
    {
        try
        {
            _file?.Flush();
        }
        catch (IOException)
        {
            Close();
        }
    }

    public void Dispose() => Close();

    private bool TryAppend(in LogEntry entry)
    {
        var line = LogLine.Of(entry);
        if (_file!.Length + line.Length + _lastLength <= bytesADay)
        {
            _file.Write(line);
            return true;
        }

        _isFull = true;
        if (_file.Length + _lastLength <= bytesADay) _file.Write(LogLine.Of(LastOf(entry.At)));
        return false;
    }

    private LogEntry LastOf(Instant at) => new(at, LogLevel.Warning, "TradingDesk.Log", string.Create(CultureInfo.InvariantCulture,
        $"The day's limit of {bytesADay:N0} bytes is reached: nothing more is logged before midnight in India."), null);

    private void Turn(DateOnly day)
    {
        if (_file is not null && day == _day) return;
        Close();
        Directory.CreateDirectory(folder);
        _file = new FileStream(PathOf(day), FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        _day = day;
        _lastLength = LogLine.Of(LastOf(Instant.FromIndiaMidnight(day))).Length;
        _isFull = false;
        DeleteBefore(day.AddDays(1 - keepDays));
    }

    private void DeleteBefore(DateOnly first)
    {
        foreach (var path in Directory.EnumerateFiles(folder, $"{Prefix}*{Suffix}"))
        {
            var date = Path.GetFileName(path)[Prefix.Length..^Suffix.Length];
            if (DateOnly.TryParseExact(date, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < first)
                File.Delete(path);
        }
    }

    private string PathOf(DateOnly day) => Path.Combine(folder, $"{Prefix}{day.ToString(DateForm, CultureInfo.InvariantCulture)}{Suffix}");

    /// <summary>A stream whose disk is full fails once more when it is closed; the line that failed is counted already.</summary>
    private void Close()
    {
        try
        {
            _file?.Dispose();
        }
        catch (IOException)
        {
            Refused++;
        }

        _file = null;
    }
}
