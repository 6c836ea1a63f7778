using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Engine.Storage.Tape;

namespace TradingDesk.Tests.Support;

/// <summary>A desk without threads that keeps its tape in a folder, block by block as the test says.</summary>
internal sealed class TapedDesk : IDisposable
{
    private readonly FakeTime _time = new();
    private readonly DeskCore _core;
    private readonly FactReader _facts;
    private readonly TapeRecorder _recorder;
    private readonly TapeWriter _writer;

    public TapedDesk(string folder, DeskPlan plan, Instant start, long bytes = long.MaxValue)
    {
        _time.Now = start.ToIndia();
        _core = new DeskCore(plan);
        _facts = _core.Outbox.AddReader();
        _recorder = new TapeRecorder(factsMost: int.MaxValue, patienceMilliseconds: 0);
        _writer = new TapeWriter(_recorder, _core.Outbox.AddReader(), new TapeShelf(folder, int.MaxValue, bytes), _time);
        Take(DeskInput.Started(start, plan));
        Take(DeskInput.HistoryEnd(start));
    }

    /// <summary>The facts it said, hashed.</summary>
    public FactHash Hash { get; } = new();

    /// <summary>The candles it closed, as a store would be given them.</summary>
    public List<StoredCandle> Closed { get; } = [];

    public TapeWriter Writer => _writer;

    public long Lost => _recorder.Lost;

    public void Take(in DeskInput input)
    {
        _core.Pipeline.Process(input);
        _recorder.Record(input, _core.Outbox.Published);
        while (_facts.TryRead(out var fact))
        {
            Hash.Add(fact);
            var instrument = _core.Plan.Instruments[fact.Instrument];
            if (fact.Kind == FactKind.CandleClosed) Closed.Add(new StoredCandle(instrument.Segment, instrument.Token, fact.Candle));
        }
    }

    /// <summary>Ten seconds with a tick each, then a block, written on the wall's day of those seconds.</summary>
    public void TakeBlock(Instant from)
    {
        _time.Now = from.ToIndia();
        for (var second = 0; second < 10; second++)
        {
            var at = from.PlusSeconds(second);
            Take(DeskInput.Of(at, TestPlans.One, new Tick { Time = at, Last = Price.FromPaise(10_000 + second), DayVolume = second }));
        }

        HandOver();
        Write();
    }

    public void HandOver() => _recorder.HandOver();

    public void Write()
    {
        while (_writer.WriteNext(0))
        {
        }
    }

    public void Dispose()
    {
        _writer.Dispose();
        _recorder.Dispose();
        Hash.Dispose();
    }
}
