using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using TradingDesk.Web.Live.Health;

namespace TradingDesk.Tests.Web.Live;

/// <summary>Whoever may know nothing of the desk learns whether it lives.</summary>
public sealed class LiveSignTests
{
    private static readonly PartState _failed = new(PartHealth.Failed, "The disk is full.", 0, 0, 0);

    private readonly DeskSnapshot _well = new FakeDeskView().Current;

    [Fact]
    public void A_desk_that_moves_and_writes_lives() => Assert.True(LiveSign.IsOk(_well, TimeSpan.FromSeconds(1)));

    [Fact]
    public void A_desk_that_stands_still_does_not() => Assert.False(LiveSign.IsOk(_well, TimeSpan.FromSeconds(5)));

    [Fact]
    public void A_desk_whose_history_is_not_ready_does_not() =>
        Assert.False(LiveSign.IsOk(_well with { IsReady = false }, TimeSpan.Zero));

    [Fact]
    public void A_desk_that_cannot_write_does_not()
    {
        var journal = _well with { JournalTrouble = "The journal cannot be written." };
        var candles = _well with { Health = _well.Health with { CandleStore = _failed } };
        var tape = _well with { Health = _well.Health with { Tape = _failed } };

        Assert.All([journal, candles, tape], desk => Assert.False(LiveSign.IsOk(desk, TimeSpan.Zero)));
    }
}
