namespace TradingDesk.Tests.Processes;

/// <summary>Whether the tests were asked for all they can do (TRADINGDESK_LONG=1), on a machine that does nothing else.</summary>
internal static class LongRun
{
    /// <summary>The variable that asks for it; no setting of a desk, which would refuse it.</summary>
    public const string Name = "TRADINGDESK_LONG";

    public static bool IsWanted => Environment.GetEnvironmentVariable(Name) == "1";
}
