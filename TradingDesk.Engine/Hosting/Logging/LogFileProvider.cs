using Microsoft.Extensions.Logging;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Hosting.Logging;

/// <summary>Gives the host's loggers the desk's log file; a logger only queues, one loop writes, and disposing writes what waits.</summary>
[ProviderAlias("File")]
public sealed class LogFileProvider : ILoggerProvider
{
    private const int QueueCapacity = 10_000;
    private const long BytesInMegabyte = 1_048_576;
    private static readonly TimeSpan _lastWait = TimeSpan.FromSeconds(2);

    private readonly TimeProvider _time;
    private readonly LogFile _file;
    private readonly LogQueue _queue = new(QueueCapacity);
    private readonly Task _writing;

    /// <summary>Logs into the desk's folder within the limits of its settings.</summary>
    public LogFileProvider(DeskFolders folders, DeskSettings settings, TimeProvider time)
        : this(folders.Logs, settings.LogMegabytesADay * BytesInMegabyte, settings.LogDays, time)
    {
    }

    internal LogFileProvider(string folder, long bytesADay, int keepDays, TimeProvider time)
    {
        _time = time;
        _file = new LogFile(folder, bytesADay, keepDays);
        _writing = Task.Run(WriteAllAsync);
    }

    public ILogger CreateLogger(string categoryName) => new FileLogger(categoryName, _queue, _time);

    /// <summary>Waits briefly for the last lines; a hanging disk does not keep the process alive.</summary>
    public void Dispose()
    {
        _queue.End();
        if (_writing.Wait(_lastWait)) _file.Dispose();
    }

    private async Task WriteAllAsync()
    {
        while (await _queue.WaitAsync().ConfigureAwait(false)) _queue.MoveTo(_file);
    }

    /// <summary>Queues what one category says.</summary>
    private sealed class FileLogger(string category, LogQueue queue, TimeProvider time) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel)) return;
            var at = Instant.From(time.GetUtcNow());
            queue.Add(new LogEntry(at, logLevel, category, formatter(state, exception), exception?.ToString()));
        }
    }
}
