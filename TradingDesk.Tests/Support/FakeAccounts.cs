using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Support;

/// <summary>Accounts, positions and orders as a page test wants them.</summary>
internal static class FakeAccounts
{
    public static AccountView Account(string name = "PAPER-1", int index = 0, decimal free = 1_000_000) => new(new AccountId(index), name)
    {
        Mode = "PAPER",
        Deposited = Money.FromRupees(1_000_000),
        Cash = Money.FromRupees(free),
        Free = Money.FromRupees(free),
        Margin = default,
        Blocked = default,
        DayGross = Money.FromRupees(1_300.50m),
        DayCharges = Money.FromRupees(55.25m),
        DayNet = Money.FromRupees(1_245.25m),
        TotalNet = Money.FromRupees(-812.50m),
        Worth = Money.FromRupees(999_187.50m),
        IsStale = false,
        OpenOrders = 0,
        Day = [],
        Positions = [],
        Orders = [],
    };

    public static OrderView Order(int intent, OrderStage stage, int slice = 1, long units = 65, string sentence = "") =>
        new(new OrderId(intent, slice), new InstrumentId(FakeDeskView.FutureIndex))
        {
            Side = Side.Buy,
            Product = Product.Mis,
            Type = OrderType.Limit,
            Validity = Validity.Day,
            Quantity = new Quantity(units),
            Filled = new Quantity(stage == OrderStage.Filled ? units : 0),
            Price = Price.FromRupees(25_940.10m),
            Trigger = default,
            Average = stage == OrderStage.Filled ? Price.FromRupees(25_940.05m) : default,
            Stage = stage,
            Sentence = sentence,
            Purpose = "entry",
            CanCancel = stage is OrderStage.Working or OrderStage.PartlyFilled or OrderStage.Pending or OrderStage.Unknown,
            CanChange = stage is OrderStage.Working or OrderStage.PartlyFilled,
            Tag = "AA000000C01100A",
            VenueOrder = "1000000012",
            At = FakeDeskView.Morning.PlusSeconds(-60),
            ChangedAt = FakeDeskView.Morning,
        };

    public static BracketView Bracket(int intent, decimal stop, decimal target = 0, decimal trail = 0) =>
        new(intent, new InstrumentId(FakeDeskView.FutureIndex), Product.Mis)
        {
            Watched = new InstrumentId(FakeDeskView.FutureIndex),
            Units = new Quantity(65),
            Side = Side.Buy,
            GainsUpwards = true,
            Stop = Price.FromRupees(stop),
            Target = Price.FromRupees(target),
            Trail = Price.FromRupees(trail),
            HasFired = false,
        };

    public static PositionView Position(long units, int instrument = FakeDeskView.FutureIndex, Product product = Product.Mis) =>
        new(new InstrumentId(instrument), product)
        {
            Units = units,
            Average = units == 0 ? default : Price.FromRupees(25_900),
            Last = Price.FromRupees(25_950),
            IsStale = false,
            Realised = Money.FromRupees(-500.25m),
            Unrealised = Money.FromRupees(units * 50m),
            Charges = Money.FromRupees(120.30m),
            Net = Money.FromRupees((units * 50m) - 620.55m),
            Margin = Money.FromRupees(200_000),
            Exiting = 0,
            HeldUnits = 0,
            Bought = Math.Max(0, units),
            Sold = Math.Max(0, -units),
        };
}
