using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Accounts;

/// <summary>An account's money as the engine computes it, with what it holds and ordered; no page adds anything up.</summary>
public sealed record AccountView(AccountId Id, string Name)
{
    /// <summary>`PAPER`, or `LIVE` for an account at a broker.</summary>
    public required string Mode { get; init; }

    /// <summary>All that was paid in, less what was taken out.</summary>
    public required Money Deposited { get; init; }

    public required Money Cash { get; init; }

    /// <summary>Cash that can be spent: neither held by positions nor by orders.</summary>
    public required Money Free { get; init; }

    /// <summary>Estimated margin that positions hold, and cash that open orders hold.</summary>
    public required Money Margin { get; init; }

    public required Money Blocked { get; init; }

    /// <summary>Today's result before and after charges, and the charges between.</summary>
    public required Money DayGross { get; init; }

    public required Money DayCharges { get; init; }

    public required Money DayNet { get; init; }

    /// <summary>Since the account was opened or reset, after charges.</summary>
    public required Money TotalNet { get; init; }

    /// <summary>What would be left if all were closed at the last price.</summary>
    public required Money Worth { get; init; }

    /// <summary>Whether something held is valued at a price that is not fresh; then so is every sum of it.</summary>
    public required bool IsStale { get; init; }

    public required int OpenOrders { get; init; }

    /// <summary>Today's net result minute by minute since this desk's start.</summary>
    public required IReadOnlyList<EquityPoint> Day { get; init; }

    /// <summary>In the order in which they were first traded; flat ones of today included.</summary>
    public required IReadOnlyList<PositionView> Positions { get; init; }

    /// <summary>What the desk holds for them, the oldest first.</summary>
    public IReadOnlyList<BracketView> Brackets { get; init; } = [];

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<OrderView> Orders { get; init; }
}
