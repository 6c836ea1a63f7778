using TradingDesk.Engine.Market;
using TradingDesk.Engine.Observation.Accounts;

namespace TradingDesk.Engine.Hosting.Operating;

/// <summary>An account as a program reads it, amounts in rupees.</summary>
internal sealed record OperatorAccount(string Name, string Mode)
{
    public decimal PaidIn { get; init; }

    public decimal Cash { get; init; }

    public decimal Free { get; init; }

    public decimal Margin { get; init; }

    public decimal InOrders { get; init; }

    public decimal DayGross { get; init; }

    public decimal DayCharges { get; init; }

    public decimal DayNet { get; init; }

    public decimal TotalNet { get; init; }

    public decimal Worth { get; init; }

    public int OpenOrders { get; init; }

    public IReadOnlyList<OperatorPosition> Positions { get; init; } = [];

    public static OperatorAccount Of(AccountView view, InstrumentTable instruments) => new(view.Name, view.Mode)
    {
        PaidIn = view.Deposited.Rupees,
        Cash = view.Cash.Rupees,
        Free = view.Free.Rupees,
        Margin = view.Margin.Rupees,
        InOrders = view.Blocked.Rupees,
        DayGross = view.DayGross.Rupees,
        DayCharges = view.DayCharges.Rupees,
        DayNet = view.DayNet.Rupees,
        TotalNet = view.TotalNet.Rupees,
        Worth = view.Worth.Rupees,
        OpenOrders = view.OpenOrders,
        Positions = [.. view.Positions.Select(position => OperatorPosition.Of(position, instruments[position.Instrument]))],
    };
}
