using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TradingDesk.Tests.Support;

/// <summary>A log that keeps its lines for a test to look at.</summary>
internal sealed class LinesLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text, Exception? Failure)> _lines = new();

    public IReadOnlyList<(LogLevel Level, string Text, Exception? Failure)> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue((logLevel, formatter(state, exception), exception));

    public void Dispose()
    {
        // Nothing is held but memory.
    }
}
