using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Commands.Alerts;
using TradingDesk.Engine.Commands.Safety;

namespace TradingDesk.Engine.People;

/// <summary>The one table of who may give which command. What is not in it nobody may give; a test holds that nothing is missing.</summary>
public static class CommandRights
{
    private const Roles Money = Roles.Trader;
    private const Roles Guards = Roles.Trader | Roles.Risk;
    private const Roles Anybody = Roles.Trader | Roles.Risk | Roles.Admin;

    private static readonly Dictionary<Type, CommandRight> _rights = new()
    {
        [typeof(PlaceOrder)] = OnAccount<PlaceOrder>(Money, "placing an order"),
        [typeof(ChangeOrder)] = OnAccount<ChangeOrder>(Money, "changing an order"),
        [typeof(MoveBracket)] = OnAccount<MoveBracket>(Money, "moving a stop or target"),
        [typeof(CancelOrder)] = OnAccount<CancelOrder>(Guards, "cancelling an order"),
        [typeof(CancelAll)] = OnAccount<CancelAll>(Guards, "cancelling orders"),
        [typeof(ExitPosition)] = OnAccount<ExitPosition>(Guards, "leaving a position"),
        [typeof(ExitAll)] = OnAccount<ExitAll>(Guards, "leaving positions"),
        [typeof(ResolveOrder)] = OnAccount<ResolveOrder>(Guards, "resolving an order in doubt"),
        [typeof(MoveCash)] = OnAccount<MoveCash>(Money, "moving cash"),
        [typeof(ResetAccount)] = OnAccount<ResetAccount>(Money, "resetting an account"),
        [typeof(OpenAccount)] = OnDesk<OpenAccount>(Roles.Admin, "opening an account"),
        [typeof(DeclareRun)] = OnAccount<DeclareRun>(Money, "declaring a run"),
        [typeof(ChangeRun)] = OnAccount<ChangeRun>(Money, "changing a run"),
        [typeof(MoveRun)] = OnAccount<MoveRun>(Guards, "starting or stopping a run"),
        [typeof(BenchRun)] = OnAccount<BenchRun>(Roles.None, "benching a run"),
        [typeof(SetLimits)] = OnAccount<SetLimits>(Guards, "setting limits"),
        [typeof(SetRiskState)] = OnAccount<SetRiskState>(Guards, "holding an account"),
        [typeof(KillAccount)] = OnAccount<KillAccount>(Anybody, "the kill switch"),
        [typeof(KillDesk)] = OnDesk<KillDesk>(Anybody, "the kill switch"),
        [typeof(RearmAccount)] = OnAccount<RearmAccount>(Roles.Risk, "arming after a kill"),
        [typeof(RearmDesk)] = OnDesk<RearmDesk>(Roles.Risk, "arming after a kill") with { OnEveryAccount = true },
        [typeof(ArmAccount)] = OnAccount<ArmAccount>(Roles.Trader, "arming real money"),
        [typeof(AddAlert)] = OnDesk<AddAlert>(Guards, "adding an alert"),
        [typeof(RemoveAlert)] = OnDesk<RemoveAlert>(Guards, "removing an alert"),
        [typeof(RearmAlert)] = OnDesk<RearmAlert>(Guards, "re-arming an alert"),
        [typeof(ChangeIndicators)] = OnDesk<ChangeIndicators>(Money, "changing indicators"),
        [typeof(ChangeTimeframes)] = OnDesk<ChangeTimeframes>(Money, "changing timeframes"),
        [typeof(ChangeCalendar)] = OnDesk<ChangeCalendar>(Roles.Admin, "changing the calendar"),
    };

    /// <summary>Every right, by the command's name.</summary>
    public static IReadOnlyList<CommandRight> All { get; } = [.. _rights.Values.OrderBy(right => right.Command, StringComparer.Ordinal)];

    /// <summary>Null for a command the table does not name.</summary>
    public static CommandRight? Of(DeskCommand command) => _rights.GetValueOrDefault(command.GetType());

    private static CommandRight OnAccount<T>(Roles anyOf, string doing)
        where T : DeskCommand => new(typeof(T).Name, anyOf, OnAccount: true, doing);

    private static CommandRight OnDesk<T>(Roles anyOf, string doing)
        where T : DeskCommand => new(typeof(T).Name, anyOf, OnAccount: false, doing);
}
