using Microsoft.Extensions.Logging;

namespace TradingDesk.Engine.Hosting.Refill;

/// <summary>What the log says of candles that the store lacked at a start.</summary>
internal static partial class RefillLog
{
    [LoggerMessage(40, LogLevel.Warning, "The candle store lacks candles ({Gap}): they are refilled from the tape.")]
    public static partial void Begins(ILogger log, string gap);

    [LoggerMessage(41, LogLevel.Information, "{Sentence} It took {Milliseconds:0} ms.")]
    public static partial void Refilled(ILogger log, string sentence, double milliseconds);

    [LoggerMessage(42, LogLevel.Warning, "{Sentence} It took {Milliseconds:0} ms.")]
    public static partial void Incomplete(ILogger log, string sentence, double milliseconds);

    [LoggerMessage(43, LogLevel.Error, "The candle store stays incomplete: {Reason}")]
    public static partial void Failed(ILogger log, string reason);

    [LoggerMessage(44, LogLevel.Warning,
        "The candle store lacked candles ({Gap}), of which the tape is no witness: its past is made anew.")]
    public static partial void MadeAnew(ILogger log, string gap);

    [LoggerMessage(45, LogLevel.Error,
        "The note that the candle store is incomplete cannot be removed, so the next start refills again: {Reason}.")]
    public static partial void NoteStays(ILogger log, string reason);
}
