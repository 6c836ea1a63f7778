namespace TradingDesk.Tests.Processes;

/// <summary>Whether the tests were asked for all they can do (TRADINGDESK_LONG=1), on a machine that does nothing else.</summary>
internal static class LongRun
{
    public static bool IsWanted => Environment.GetEnvironmentVariable("TRADINGDESK_LONG") == "1";
}
