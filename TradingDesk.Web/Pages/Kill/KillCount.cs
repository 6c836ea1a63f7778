using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Web.Pages.Kill;

/// <summary>What a kill switch would withdraw and leave of one account, or of all together.</summary>
/// <param name="Entries">Open orders that bring exposure.</param>
/// <param name="Exits">Open exits that wait for a better price.</param>
/// <param name="Positions">Positions that would be left.</param>
/// <param name="Holdings">Delivered shares, which stay.</param>
public sealed record KillCount(int Entries, int Exits, int Positions, int Holdings)
{
    public static KillCount Of(AccountView account)
    {
        var open = account.Orders.Where(order => !OrderWords.IsOver(order.Stage)).ToList();
        return new KillCount(
            open.Count(order => order.Purpose == "entry"),
            open.Count(order => order.Purpose is not ("entry" or "kill") && order.Type != OrderType.Market),
            account.Positions.Count(held => held.Units != 0 && held.Product != Product.Cnc),
            account.Positions.Count(held => held.Units != 0 && held.Product == Product.Cnc));
    }

    public static KillCount operator +(KillCount one, KillCount other) => new(
        one.Entries + other.Entries, one.Exits + other.Exits, one.Positions + other.Positions, one.Holdings + other.Holdings);

    /// <summary>What it will do, a sentence each.</summary>
    public IReadOnlyList<string> Effects(KillReach reach) =>
    [
        "New orders are refused and strategies are halted, through every restart, until a person arms again.",
        OrderEffect(reach),
        PositionEffect(reach),
        .. Holdings == 0 ? Array.Empty<string>() : [$"{Number(Holdings, "holding")} (CNC) kept."],
    ];

    private string OrderEffect(KillReach reach) => reach switch
    {
        KillReach.Orders when Entries == 0 => "No open order could bring exposure; exits and stops stay.",
        KillReach.Orders => $"{Number(Entries, "open order")} that could bring exposure withdrawn; exits and stops stay.",
        _ when Entries + Exits == 0 => "No order is open.",
        _ => $"{Number(Entries + Exits, "open order")} withdrawn, stops and targets with them.",
    };

    private string PositionEffect(KillReach reach) => reach switch
    {
        _ when Positions == 0 => "No position is open.",
        KillReach.Orders => $"{Number(Positions, "position")} left as held.",
        _ => $"{Number(Positions, "position")} closed by limits a little beyond the last price.",
    };

    private static string Number(int count, string what) => count == 1 ? $"1 {what}" : $"{IndianNumbers.Whole(count)} {what}s";
}
