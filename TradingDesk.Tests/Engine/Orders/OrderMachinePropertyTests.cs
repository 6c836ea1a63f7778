using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Orders;

/// <summary>What holds of an order whatever arrives, however often and in whatever order.</summary>
public sealed class OrderMachinePropertyTests
{
    private const int Stories = 3_000;

    private static readonly OrderEventKind[] _proof =
    [
        OrderEventKind.Acknowledged, OrderEventKind.Refused, OrderEventKind.Seen, OrderEventKind.Traded, OrderEventKind.FoundAbsent,
        OrderEventKind.Resolved,
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 8)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void What_is_filled_never_falls_never_exceeds_the_order_and_each_trade_counts_once(int seed)
    {
        var dice = new Random(seed);
        for (var story = 0; story < Stories; story++)
        {
            var order = OrdersUnderTest.New();
            var booked = new Dictionary<long, long>();
            for (var step = 0; step < 12; step++)
            {
                var before = order.Filled;
                var what = Any(dice);
                var had = order.HasFill(what.FillId);
                OrdersUnderTest.Apply(order, what);
                if (what.Kind == OrderEventKind.Traded && !had && order.HasFill(what.FillId)) booked[what.FillId] = what.Quantity.Units;

                Assert.True(order.Filled >= before, $"seed {seed}, story {story}, step {step}: {before} became {order.Filled}");
                Assert.True(order.Filled.Units <= OrdersUnderTest.Units, $"seed {seed}, story {story}, step {step}: {order.Filled}");
                Assert.Equal(booked.Values.Sum(), order.Booked.Units);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Unknown_is_left_by_evidence_or_a_person_alone(int seed)
    {
        var dice = new Random(seed);
        for (var story = 0; story < Stories; story++)
        {
            var order = OrdersUnderTest.In(OrderState.Unknown);
            for (var step = 0; step < 12 && order.State == OrderState.Unknown; step++)
            {
                var what = Any(dice);

                OrdersUnderTest.Apply(order, what);

                Assert.True(order.State == OrderState.Unknown || _proof.Contains(what.Kind),
                    $"seed {seed}, story {story}: {what.Kind} brought it to {order.State}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Repeated_and_reordered_evidence_ends_in_the_same_state(int seed)
    {
        var dice = new Random(seed);
        OrderEvent[] evidence =
        [
            OrdersUnderTest.Acknowledged(), OrdersUnderTest.Seen(OrderState.Pending), OrdersUnderTest.Seen(OrderState.Working),
            OrdersUnderTest.Trade(1, 3), OrdersUnderTest.Trade(2, 4), OrdersUnderTest.Seen(OrderState.Working, 3),
        ];
        for (var story = 0; story < Stories; story++)
        {
            var order = OrdersUnderTest.In(OrderState.Sending);

            foreach (var place in Shuffled(dice, evidence.Length * 2)) OrdersUnderTest.Apply(order, evidence[place % evidence.Length]);

            Assert.True((order.State, order.Filled.Units, order.Booked.Units) == (OrderState.Partial, 7, 7),
                $"seed {seed}, story {story}: {order.State} {order.Filled} {order.Booked}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_units_at_risk_cover_whatever_the_venue_may_still_fill(int seed)
    {
        var dice = new Random(seed);
        for (var story = 0; story < Stories; story++)
        {
            var order = OrdersUnderTest.In(OrderState.Sending);
            for (var step = 0; step < 12; step++) OrdersUnderTest.Apply(order, Any(dice));
            if (!order.State.IsExposed()) continue;

            Assert.True(order.AtRisk + order.Filled >= order.Terms.Quantity, $"seed {seed}, story {story}: {order.AtRisk}");
        }
    }

    private static OrderEvent Any(Random dice)
    {
        var what = OrdersUnderTest.Events[dice.Next(OrdersUnderTest.Events.Count)].Event;
        if (what.Kind == OrderEventKind.Traded) (what.FillId, what.Quantity) = (dice.Next(1, 6), new Quantity(dice.Next(1, 7)));
        return what;
    }

    private static int[] Shuffled(Random dice, int count)
    {
        var places = Enumerable.Range(0, count).ToArray();
        dice.Shuffle(places);
        return places;
    }
}
