using Microsoft.Extensions.Logging;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Hosting.Logging;

/// <summary>One thing worth writing into the log.</summary>
internal readonly record struct LogEntry(Instant At, LogLevel Level, string Category, string Message, string? Exception);
