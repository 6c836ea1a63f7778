using Microsoft.Extensions.Logging;

namespace TradingDesk.Engine.Hosting;

/// <summary>The sentences the host writes into its log.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(1, LogLevel.Information, "{Rows} simulated candles were filled in {Milliseconds:0} ms.")]
    public static partial void HistoryFilled(ILogger log, long rows, double milliseconds);

    [LoggerMessage(2, LogLevel.Error, "{Candles} candles could not be written before the desk stopped; the tape has their ticks.")]
    public static partial void CandlesUnwritten(ILogger log, int candles);

    [LoggerMessage(3, LogLevel.Critical, "The engine broke an invariant and the desk stops; it recovers at its next start.")]
    public static partial void EngineBroke(ILogger log, Exception broken);

    [LoggerMessage(4, LogLevel.Warning, "The stored candles were of another seed or calendar, or ahead of the clock: they are made anew.")]
    public static partial void MarketRenewed(ILogger log);

    [LoggerMessage(5, LogLevel.Error, "{Sentence} No snapshot is kept until the next start.")]
    public static partial void StartedCold(ILogger log, string sentence);

    [LoggerMessage(6, LogLevel.Information, "{Rows} candles from before {Day} were deleted, as CANDLES_DAYS says.")]
    public static partial void OldCandlesDeleted(ILogger log, long rows, string day);

    [LoggerMessage(7, LogLevel.Warning, "Verbs of the command line cannot reach this desk: {Path} cannot be opened: {Why}")]
    public static partial void NoOperatorSocket(ILogger log, string path, string why);

    [LoggerMessage(8, LogLevel.Error, "The run that RUNS declares on {Account} is not there as asked ({Words}): {Why}")]
    public static partial void RunNotDeclared(ILogger log, string account, string words, string why);
}
