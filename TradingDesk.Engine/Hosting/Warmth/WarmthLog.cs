using Microsoft.Extensions.Logging;

namespace TradingDesk.Engine.Hosting.Warmth;

/// <summary>What the log says of indicator lists, their history and their snapshots.</summary>
internal static partial class WarmthLog
{
    [LoggerMessage(20, LogLevel.Warning, "Indicators cannot be made warm: the stored candles cannot be read: {Reason}.")]
    public static partial void HistoryUnreadable(ILogger log, string reason);

    [LoggerMessage(21, LogLevel.Warning, "Version {Version} of the indicators was dropped, for it cannot be kept: {Reason}")]
    public static partial void ListsNotKept(ILogger log, int version, string reason);

    [LoggerMessage(22, LogLevel.Information, "Version {Version} of the indicators is in force, by {Principal}: {Lists}")]
    public static partial void ListsInForce(ILogger log, int version, string principal, string lists);

    [LoggerMessage(23, LogLevel.Error,
        "Version {Version} of the indicators never came into force but is kept, and the next start will use it: {Reason}")]
    public static partial void ListsNotWithdrawn(ILogger log, int version, string reason);

    [LoggerMessage(24, LogLevel.Warning,
        "INDICATOR_CONFIGS is not used: version {Version} of the indicators, kept {At} by {Principal}, is in force.")]
    public static partial void VariableNotUsed(ILogger log, int version, string at, string principal);

    [LoggerMessage(25, LogLevel.Error, "Version {Version} of the indicators cannot be used by this desk and is passed over: {Reason}")]
    public static partial void VersionPassedOver(ILogger log, int version, string reason);

    [LoggerMessage(26, LogLevel.Information, "{Sentence}")]
    public static partial void Started(ILogger log, string sentence);

    [LoggerMessage(27, LogLevel.Warning, "{Sentence}")]
    public static partial void StartedWithTrouble(ILogger log, string sentence);

    [LoggerMessage(28, LogLevel.Warning, "The indicators' snapshot of {MarketTime} was not kept: {Reason}")]
    public static partial void SnapshotNotKept(ILogger log, string marketTime, string reason);

    [LoggerMessage(29, LogLevel.Information, "The indicators' snapshot of {MarketTime} is kept, state hash {Hash}.")]
    public static partial void LastSnapshotKept(ILogger log, string marketTime, string hash);

    [LoggerMessage(30, LogLevel.Warning,
        "Version {Version} of the indicators is used without the lists of {Instruments}: the desk has no such instruments.")]
    public static partial void ListsLeftOut(ILogger log, int version, string instruments);

    [LoggerMessage(31, LogLevel.Warning, "A run on {Instrument} warms from the candles to come, for its history cannot be had: {Reason}")]
    public static partial void RunWarmsCold(ILogger log, string instrument, string reason);
}
