using TradingDesk.Engine.Hosting.Trading;
using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Engine.Hosting;

/// <summary>A strategy that does not come back is named; a pause of everything, or many quick decisions, are no fault of it.</summary>
public sealed class StrategyWatchTests
{
    private const long Look = 100 * Instant.NanosPerMillisecond;

    private readonly RunLevels _runs = new();
    private readonly StrategyWatch _watch;
    private long _now = 1_000 * Look;

    public StrategyWatchTests() => _watch = new StrategyWatch(_runs);

    [Fact]
    public void A_decision_of_a_quarter_second_names_its_run()
    {
        _runs.Decide(new RunId(7));

        Assert.Equal([0, 0, 0, 7], Looks(4));
    }

    [Fact]
    public void Many_decisions_one_after_the_other_name_nobody()
    {
        for (var decision = 0; decision < 20; decision++)
        {
            _runs.Decide(new RunId(7));
            Assert.Equal([0], Looks(1));
        }
    }

    [Fact]
    public void A_desk_between_two_decisions_names_nobody()
    {
        _runs.Decide(new RunId(7));
        _runs.Decide(RunId.None);

        Assert.Equal([0, 0, 0, 0, 0], Looks(5));
    }

    [Fact]
    public void A_process_that_was_paused_names_nobody()
    {
        _runs.Decide(new RunId(7));
        Looks(2);
        _now += 50 * Look;

        Assert.Equal([0, 0, 0], Looks(3));
    }

    private int[] Looks(int count)
    {
        var named = new int[count];
        for (var look = 0; look < count; look++, _now += Look) named[look] = _watch.Look(_now).Number;
        return named;
    }
}
