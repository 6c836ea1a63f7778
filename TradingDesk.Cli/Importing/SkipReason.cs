namespace TradingDesk.Cli.Importing;

/// <summary>Why a readable row is not imported.</summary>
internal enum SkipReason
{
    BeforeSession,
    AfterSession,
    InPause,
    ClosedDay,
    Duplicate,
    NotOver,
    UnknownInstrument,
}
