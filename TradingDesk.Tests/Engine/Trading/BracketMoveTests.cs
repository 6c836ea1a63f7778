using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Hosting.Trading;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Journal;
using TradingDesk.Engine.Trading;

namespace TradingDesk.Tests.Engine.Trading;

/// <summary>A person moves a stop or target that the desk holds: within what can be held, and from then on it is what protects.</summary>
public sealed class BracketMoveTests
{
    private readonly TradingUnderTest _desk = new();

    [Fact]
    public void A_stop_that_was_moved_fires_where_it_stands_now()
    {
        var order = Protected(stop: 995);

        var answer = Move(order, BracketPart.Stop, 990);
        _desk.Tick(TradingUnderTest.Share, 99_400);
        var atTheOld = Exits();
        _desk.Tick(TradingUnderTest.Share, 99_000);

        Assert.Equal((FactKind.BracketMoved, RefusalCode.None), (answer.Kind, answer.Refusal));
        Assert.Empty(atTheOld);
        Assert.Equal(IntentRole.Stop, Assert.Single(Exits()).Role);
    }

    [Fact]
    public void A_target_that_was_moved_fires_where_it_stands_now()
    {
        var order = Protected(stop: 995, target: 1_020);

        Move(order, BracketPart.Target, 1_005);
        _desk.Tick(TradingUnderTest.Share, 1_00_500);

        Assert.Equal(IntentRole.Target, Assert.Single(Exits()).Role);
        Assert.Equal(Price.FromRupees(995), _desk.Book.Brackets[order.Id.Intent].Stop);
    }

    [Fact]
    public void A_position_sold_short_has_its_stop_above()
    {
        var order = _desk.Trade(Short(), 1_000);

        var below = Move(order, BracketPart.Stop, 995);
        var above = Move(order, BracketPart.Stop, 1_002);

        Assert.Equal(RefusalCode.BracketPassed, below.Refusal);
        Assert.Equal(FactKind.BracketMoved, above.Kind);
    }

    /// <summary>What it was given is no wider than before: the next tick would else undo the move.</summary>
    [Fact]
    public void A_trailing_stop_trails_from_then_on_by_the_distance_it_was_given()
    {
        var order = Protected(stop: 990, trail: 10);
        Move(order, BracketPart.Stop, 980);

        _desk.Tick(TradingUnderTest.Share, 1_00_100);
        var near = StopOf(order);
        _desk.Tick(TradingUnderTest.Share, 1_00_500);

        Assert.Equal(Price.FromRupees(980), near);
        Assert.Equal(Price.FromRupees(985), StopOf(order));
    }

    [Fact]
    public void A_trailing_stop_drawn_nearer_stays_nearer()
    {
        var order = Protected(stop: 990, trail: 10);

        Move(order, BracketPart.Stop, 998);
        _desk.Tick(TradingUnderTest.Share, 1_00_400);

        Assert.Equal(Price.FromRupees(1_002), StopOf(order));
    }

    [Fact]
    public void A_bracket_without_a_target_gets_one()
    {
        var order = Protected(stop: 995);

        Move(order, BracketPart.Target, 1_010);
        _desk.Tick(TradingUnderTest.Share, 1_01_000);

        Assert.Equal(IntentRole.Target, Assert.Single(Exits()).Role);
    }

    [Theory]
    [InlineData(BracketPart.Stop, 995, nameof(RefusalCode.NothingChanged))]
    [InlineData(BracketPart.Stop, 990.03, nameof(RefusalCode.PriceOffTick))]
    [InlineData(BracketPart.Stop, 0, nameof(RefusalCode.BracketNotAllowed))]
    [InlineData(BracketPart.Stop, -5, nameof(RefusalCode.BracketNotAllowed))]
    [InlineData(BracketPart.Stop, 1_000, nameof(RefusalCode.BracketPassed))]
    [InlineData(BracketPart.Stop, 1_001, nameof(RefusalCode.BracketPassed))]
    [InlineData(BracketPart.Stop, 899.95, nameof(RefusalCode.PriceOutsideBand))]
    [InlineData(BracketPart.Stop, 900, nameof(RefusalCode.None))]
    [InlineData(BracketPart.Target, 999.95, nameof(RefusalCode.BracketPassed))]
    [InlineData(BracketPart.Target, 1_100.05, nameof(RefusalCode.PriceOutsideBand))]
    [InlineData(BracketPart.Target, 1_100, nameof(RefusalCode.None))]
    public void What_cannot_be_held_is_refused_and_nothing_moves(BracketPart part, decimal rupees, string refusal)
    {
        var order = Protected(stop: 995, target: 1_020);

        var answer = Move(order, part, rupees);

        Assert.Equal(refusal, answer.Refusal.ToString());
        if (answer.Refusal == RefusalCode.None) return;
        var bracket = _desk.Book.Brackets[order.Id.Intent];
        Assert.Equal(FactKind.CommandRefused, answer.Kind);
        Assert.Equal((Price.FromRupees(995), Price.FromRupees(1_020)), (bracket.Stop, bracket.Target));
    }

    [Fact]
    public void Nobody_moves_what_is_another_accounts_has_fired_or_protects_nothing()
    {
        var held = Protected(stop: 995);
        _desk.Ask(new OpenAccount(Money.FromRupees(10_00_000)), account: "PAPER-2");
        var bare = _desk.Order(_desk.Ask(TradingUnderTest.Buy(TradingUnderTest.Share, 10) with { Stop = Price.FromRupees(995) }));
        _desk.Work(bare);

        var other = _desk.Ask(new MoveBracket(held.Id.Intent, BracketPart.Stop, Price.FromRupees(990)), account: "PAPER-2");
        var none = _desk.Ask(new MoveBracket(4_711, BracketPart.Stop, Price.FromRupees(990)));
        var empty = Move(bare, BracketPart.Stop, 990);
        _desk.Tick(TradingUnderTest.Share, 99_400);
        var fired = Move(held, BracketPart.Stop, 980);

        RefusalCode[] expected =
            [RefusalCode.BracketUnknown, RefusalCode.BracketUnknown, RefusalCode.BracketUnknown, RefusalCode.BracketFired];
        Assert.Equal(expected, [other.Refusal, none.Refusal, empty.Refusal, fired.Refusal]);
    }

    [Fact]
    public void Each_refusal_has_a_sentence_of_its_own()
    {
        RefusalCode[] codes =
            [RefusalCode.BracketUnknown, RefusalCode.BracketOfRun, RefusalCode.BracketFired, RefusalCode.BracketPassed];

        var sentences = codes.Select(RefusalSentences.Of).Distinct().ToArray();

        Assert.Equal(codes.Length, sentences.Length);
        Assert.DoesNotContain("The desk refused.", sentences);
    }

    [Fact]
    public void While_the_journal_cannot_be_written_nothing_is_moved()
    {
        var order = Protected(stop: 995);
        _desk.Sync(JournalHealth.Emergency);

        var answer = _desk.Ask(new MoveBracket(order.Id.Intent, BracketPart.Stop, Price.FromRupees(990)), isSynced: false);

        Assert.Equal(RefusalCode.ReduceOnly, answer.Refusal);
    }

    [Fact]
    public void The_same_key_moves_it_once()
    {
        var order = Protected(stop: 995);
        var move = new MoveBracket(order.Id.Intent, BracketPart.Stop, Price.FromRupees(990));

        _desk.Ask(move, "once");
        Move(order, BracketPart.Stop, 985);
        var again = _desk.Ask(move, "once");

        Assert.Equal(FactKind.AnsweredBefore, again.Kind);
        Assert.Equal(Price.FromRupees(985), StopOf(order));
    }

    [Fact]
    public void A_start_knows_where_it_was_put_and_how_far_it_trails()
    {
        var order = Protected(stop: 990, trail: 10);
        Move(order, BracketPart.Stop, 980);

        var again = _desk.StartedAgain();

        var bracket = again.Book.Brackets[order.Id.Intent];
        Assert.Equal((Price.FromRupees(980), Price.FromRupees(20)), (bracket.Stop, bracket.Trail));
        Assert.Equal(Shown(_desk), Shown(again));
    }

    [Fact]
    public void The_board_shows_what_is_held_until_it_protects_nothing()
    {
        var order = Protected(stop: 990, target: 1_020, trail: 10);
        var held = Assert.Single(Shown(_desk));

        _desk.Tick(TradingUnderTest.Share, 1_00_500);
        var followed = Assert.Single(Shown(_desk));
        _desk.Trade(TradingUnderTest.Sell(TradingUnderTest.Share, 40), 1_005);
        var partly = Assert.Single(Shown(_desk));
        _desk.Trade(TradingUnderTest.Sell(TradingUnderTest.Share, 60), 1_005);

        Assert.Equal((order.Id.Intent, 100L, Price.FromRupees(990)), (held.Intent, held.Guarded.Units, held.Stop));
        Assert.Equal(Price.FromRupees(995), followed.Stop);
        Assert.Equal(60, partly.Guarded.Units);
        Assert.Empty(Shown(_desk));
    }

    [Fact]
    public void A_place_that_became_free_is_taken_again()
    {
        Protected(stop: 995);
        _desk.Trade(TradingUnderTest.Sell(TradingUnderTest.Share, 100), 1_000);

        Protected(stop: 994);

        Assert.Equal(1, _desk.Board.Money.BracketCount);
        Assert.Equal(Price.FromRupees(994), Assert.Single(Shown(_desk)).Stop);
    }

    [Fact]
    public void The_orders_life_and_the_journals_report_say_where_it_was_put()
    {
        var order = Protected(stop: 990, target: 1_020, trail: 10);
        var fact = Move(order, BracketPart.Stop, 980);
        var scribe = new JournalScribe(1, TradingUnderTest.Plan.Instruments, ChainEnd.Beginning);
        var accepted = scribe.Compose(_desk.Facts.Single(one => one.Kind == FactKind.IntentAccepted), null);
        var row = scribe.Compose(fact, null);

        var steps = OrderLives.Of([accepted, row]);

        var step = steps[1];
        Assert.EndsWith(
            "; the desk holds for it: the stop is at ₹990.00 and trails by ₹10.00, the target is at ₹1,020.00.",
            steps[0].Sentence, StringComparison.Ordinal);

        Assert.Equal((order.Id.Intent, "bracket-moved"), (row.Intent, step.Kind));
        Assert.Equal(
            "A person moved what the desk holds: the stop is at ₹980.00 and trails by ₹20.00, the target is at ₹1,020.00.",
            step.Sentence);
    }

    private static PlaceOrder Short() => TradingUnderTest.Sell(TradingUnderTest.Share, 100) with { Stop = Price.FromRupees(1_005) };

    /// <summary>A hundred shares bought at 1,000, the last price.</summary>
    private Order Protected(decimal stop, decimal target = 0, decimal trail = 0)
    {
        var wanted = TradingUnderTest.Buy(TradingUnderTest.Share, 100) with
        {
            Stop = Price.FromRupees(stop),
            Target = Price.FromRupees(target),
            Trail = Price.FromRupees(trail),
        };
        return _desk.Trade(wanted, 1_000);
    }

    private DeskFact Move(Order order, BracketPart part, decimal rupees) =>
        _desk.Ask(new MoveBracket(order.Id.Intent, part, Price.FromRupees(rupees)));

    private Price StopOf(Order order) => _desk.Book.Brackets[order.Id.Intent].Stop;

    private List<Order> Exits() => [.. _desk.Book.Orders.All.Where(order => order.Role != IntentRole.Entry)];

    private static List<BracketLevel> Shown(TradingUnderTest desk)
    {
        var shown = new List<BracketLevel>();
        for (var place = 0; place < desk.Board.Money.BracketCount; place++)
        {
            desk.Board.Money.Brackets.Read(place, out var level);
            if (level.Guarded.Units > 0) shown.Add(level);
        }

        return shown;
    }
}
