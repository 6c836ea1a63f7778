using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Engine.Trading;

namespace TradingDesk.Tests.Engine.Risk;

/// <summary>At most eight requests of an account and segment leave in any second, two of them kept for what reduces.</summary>
public sealed class RequestPaceTests
{
    private const int Most = 8;
    private const int ForEntries = 6;
    private static readonly string _share = TradingUnderTest.Plan.Instruments[TradingUnderTest.Share].Key;

    private readonly TradingUnderTest _desk = new();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 8)];

    [Fact]
    public void Entries_of_one_moment_leave_six_in_a_second_and_in_their_order()
    {
        var orders = Entries(10);
        var atOnce = _desk.Venue.Requests.Count;

        _desk.Pass(1_000);
        var early = _desk.Venue.Requests.Count;
        _desk.Pass(1);

        Assert.Equal((ForEntries, ForEntries, 10), (atOnce, early, _desk.Venue.Requests.Count));
        Assert.Equal(orders.Select(order => order.Id), _desk.Venue.Requests.Select(request => request.Order));
        Assert.All(orders, order => Assert.Equal(OrderState.Sending, order.State));
    }

    [Fact]
    public void An_exit_and_a_cancel_overtake_every_entry_that_waits()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 3), 1_000);
        var low = Working();
        _desk.Pass(1_001);
        Entries(10);

        _desk.Ask(new CancelOrder(low.Id));
        var exit = _desk.Ask(new ExitPosition(_share, Product.Mis));

        var left = _desk.Venue.Requests.Skip(2 + ForEntries).ToArray();
        Assert.Equal([VenueRequestKind.Cancel, VenueRequestKind.Place], left.Select(request => request.Kind));
        Assert.Equal(exit.Intent.Number, left[1].Order.Intent);
    }

    [Fact]
    public void Another_segment_and_another_account_have_turns_of_their_own()
    {
        _desk.Ask(new OpenAccount(Money.FromRupees(10_00_000)), account: "PAPER-2");
        Entries(7);

        var call = _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Call, 65));
        var other = _desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 1), account: "PAPER-2");

        Assert.Equal([call.Intent.Number, other.Intent.Number], _desk.Venue.Requests.TakeLast(2).Select(request => request.Order.Intent));
    }

    [Fact]
    public void An_entry_that_waited_five_seconds_was_not_sent_and_says_why()
    {
        var orders = Entries(60);

        for (var step = 0; step < 80; step++) _desk.Pass(100);

        var given = orders.Where(order => order.State == OrderState.Abandoned).ToArray();
        Assert.Equal(60, given.Length + _desk.Venue.Requests.Count);
        Assert.InRange(given.Length, 60 - (5 * ForEntries), 60 - (4 * ForEntries));
        Assert.All(given, order => Assert.Equal(RefusalCode.RateBudgetShort, order.Code));
    }

    [Fact]
    public void An_entry_that_waits_can_be_taken_back_and_never_leaves()
    {
        var last = Entries(7)[^1];

        var cancel = _desk.Ask(new CancelOrder(last.Id));
        _desk.Pass(2_000);

        Assert.Equal((FactKind.OrderMoved, OrderEventKind.NotSent), (cancel.Kind, cancel.Order.Kind));
        Assert.Equal(OrderState.Abandoned, last.State);
        Assert.DoesNotContain(_desk.Venue.Requests, request => request.Order == last.Id);
    }

    [Fact]
    public void What_is_held_or_reduces_only_meanwhile_does_not_leave_when_its_turn_comes()
    {
        var held = Entries(7)[^1];
        _desk.Ask(new SetRiskState(RunId.None, RiskState.Halted, "stop"), isSynced: false);
        _desk.Pass(1_001);

        var broken = new TradingUnderTest();
        for (var entry = 0; entry < 7; entry++) broken.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 1));
        broken.Sync(JournalHealth.Emergency);
        broken.Pass(1_001);

        Assert.Equal((OrderState.Abandoned, ForEntries), (held.State, _desk.Venue.Requests.Count(IsPlace)));
        Assert.Equal((RefusalCode.ReduceOnly, ForEntries), (broken.Book.Orders.All.Last().Code, broken.Venue.Requests.Count));
    }

    [Fact]
    public void After_a_start_the_second_before_it_counts_as_used()
    {
        _desk.Trade(TradingUnderTest.Buy(TradingUnderTest.Share, 3), 1_000);

        var again = new TradingUnderTest(_desk.Journal, _desk.Now.PlusMilliseconds(10));
        again.Tick(TradingUnderTest.Share, 1_00_000);
        again.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 1), "next");
        again.Pass(990);
        var early = again.Venue.Requests.Count;
        again.Pass(20);

        Assert.Equal((0, 1), (early, again.Venue.Requests.Count));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_burst_of_500_keeps_the_pace_exits_come_first_and_nothing_is_lost(int seed)
    {
        var desk = Burst(seed, hasWallSteps: false, out var waits);

        var times = desk.Venue.Times;
        for (var sent = Most; sent < times.Count; sent++)
            Assert.True(times[sent] - times[sent - Most] > Instant.NanosPerSecond, $"seed {seed}: nine in a second at {times[sent]}");
        Assert.All(times.GroupBy(time => time.UnixSeconds), second => Assert.InRange(second.Count(), 1, Most));
        waits.Sort();
        Assert.True(waits.Count > 50, $"seed {seed}: {waits.Count} exits and cancels prove too little");
        Assert.True(waits[waits.Count * 99 / 100] < 1_500, $"seed {seed}: they waited {waits[^1]} ms");
        var sentOrders = desk.Venue.Requests.Where(IsPlace).Select(request => request.Order).ToHashSet();
        Assert.All(desk.Book.Orders.All, order => Assert.True(
            sentOrders.Contains(order.Id) != (order.State == OrderState.Abandoned), $"seed {seed}: {order.Id} is {order.State}"));
        Assert.All(desk.Book.Orders.All.Where(order => order.State == OrderState.Abandoned), order =>
            Assert.Equal(RefusalCode.RateBudgetShort, order.Code));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Steps_of_the_wall_clock_change_no_turn(int seed)
    {
        var straight = Burst(seed, hasWallSteps: false, out _);

        var stepped = Burst(seed, hasWallSteps: true, out _);

        Assert.Equal(straight.Venue.Requests, stepped.Venue.Requests);
        Assert.Equal(straight.Venue.Times, stepped.Venue.Times);
    }

    private static bool IsPlace(VenueRequest request) => request.Kind == VenueRequestKind.Place;

    /// <summary>Five hundred entries in a moment or two, and meanwhile exits and cancels a few times a second.</summary>
    private static TradingUnderTest Burst(int seed, bool hasWallSteps, out List<long> waits)
    {
        var dice = new Random(seed);
        var desk = new TradingUnderTest();
        var working = Enumerable.Range(0, 60).Select(_ => Work(desk)).ToArray();
        var claims = new Dictionary<OrderId, Instant>();
        for (var entry = 0; entry < 440; entry++)
        {
            desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 1, OrderType.Limit, 950), isSynced: entry % 7 == 0);
            if (entry % 40 == 0) Step(desk, dice, hasWallSteps);
        }

        var next = 0;
        for (var step = 0; step < 400; step++)
        {
            Step(desk, dice, hasWallSteps);
            if (step % 6 != 0 || next == working.Length) continue;
            claims[working[next].Id] = desk.Now;
            desk.Ask(new CancelOrder(working[next++].Id));
        }

        waits = [];
        for (var sent = 0; sent < desk.Venue.Requests.Count; sent++)
        {
            if (desk.Venue.Requests[sent].Kind != VenueRequestKind.Cancel) continue;
            waits.Add((desk.Venue.Times[sent] - claims[desk.Venue.Requests[sent].Order]) / Instant.NanosPerMillisecond);
        }

        return desk;
    }

    private static void Step(TradingUnderTest desk, Random dice, bool hasWallSteps)
    {
        desk.Pass(dice.Next(1, 90));
        var away = dice.Next(-7_200, 0);
        if (hasWallSteps) desk.Put(DeskInput.Time(desk.Now.PlusSeconds(away)));
        desk.Sync();
    }

    private static Order Work(TradingUnderTest desk)
    {
        desk.Pass(200);
        var order = desk.Order(desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 1, OrderType.Limit, 940)));
        desk.Work(order);
        return order;
    }

    private Order Working() => Work(_desk);

    private Order[] Entries(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => _desk.Order(_desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 1))))];
}
