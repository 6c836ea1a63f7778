using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Safety;

namespace TradingDesk.Engine.Hosting.Trading.Words;

/// <summary>What people gave as their reason with a command.</summary>
internal static class AskedWords
{
    /// <summary>Empty for a command without one.</summary>
    public static string ReasonOf(DeskCommand? command) => command switch
    {
        SetLimits set => set.Reason,
        SetRiskState set => set.Reason,
        ResolveOrder resolve => resolve.Reason,
        KillDesk kill => kill.Reason,
        KillAccount kill => kill.Reason,
        RearmDesk rearm => rearm.Reason,
        RearmAccount rearm => rearm.Reason,
        ArmAccount arm => arm.Reason,
        _ => "",
    };
}
