using System.Globalization;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Hosting.Logging;

/// <summary>The entries that wait for the log's writer: adding never waits, and a full queue drops its oldest entry, counted.</summary>
internal sealed class LogQueue
{
    private readonly Channel<LogEntry> _entries;
    private long _dropped;
    private long _told;

    public LogQueue(int capacity) => _entries = Channel.CreateBounded<LogEntry>(
        new BoundedChannelOptions(capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
        _ => Interlocked.Increment(ref _dropped));

    public long Dropped => Interlocked.Read(ref _dropped);

    public void Add(in LogEntry entry) => _entries.Writer.TryWrite(entry);

    /// <summary>True when entries wait, false when the queue was ended and is empty.</summary>
    public ValueTask<bool> WaitAsync() => _entries.Reader.WaitToReadAsync();

    /// <summary>Writes all that waits, with a line about what was dropped before it.</summary>
    public void MoveTo(LogFile file)
    {
        while (_entries.Reader.TryRead(out var entry))
        {
            TellDropped(file, entry.At);
            file.Write(entry);
        }

        file.Flush();
    }

    /// <summary>Takes no more entries; those that wait can still be read.</summary>
    public void End() => _entries.Writer.TryComplete();

    private void TellDropped(LogFile file, Instant at)
    {
        var dropped = Dropped;
        if (dropped == _told) return;
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{dropped - _told:N0} log lines were dropped: they came faster than the disk.");
        file.Write(new LogEntry(at, LogLevel.Warning, "TradingDesk.Log", text, null));
        _told = dropped;
    }
}
