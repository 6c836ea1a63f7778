namespace TradingDesk.Tests.Support;

/// <summary>What a test tells a process through the system; the values are Linux's on x64 and arm64.</summary>
internal enum ProcessSignal
{
    Kill = 9,
    Terminate = 15,
    Continue = 18,
    Stop = 19,
}
