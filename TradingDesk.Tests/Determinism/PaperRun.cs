using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Strategies;
using TradingDesk.Engine.Trading;
using TradingDesk.Engine.Venues.Paper;

namespace TradingDesk.Tests.Determinism;

/// <summary>One life of a desk with the paper market, from a start to a kill: what went in, what it said, what its journal holds.</summary>
internal sealed class PaperRun : IVenue
{
    private readonly DeskCore _core;
    private readonly FactReader _facts;
    private readonly PaperMarket _paper;

    /// <param name="plan">What it runs by.</param>
    /// <param name="start">When it starts.</param>
    /// <param name="journal">What earlier lives left.</param>
    /// <param name="strategies">What may run on it; the catalogue unless others are named.</param>
    public PaperRun(
        DeskPlan plan, Instant start, IReadOnlyList<JournalRecord> journal, IReadOnlyList<StrategyDescription>? strategies = null)
    {
        _paper = new PaperMarket(plan, PaperRules.Default, seed: 1);
        _core = new DeskCore(plan, this, strategies);
        _facts = _core.Outbox.AddReader();
        Put(DeskInput.Started(start, plan));
        if (journal.Count > 0) Put(DeskInput.Recovered(start, new JournalPage(1, journal.Count, "test", journal)));
    }

    /// <summary>Every input that was put in; what the venue reported is not among them.</summary>
    public List<DeskInput> Inputs { get; } = [];

    public FactHash Hash { get; } = new();

    /// <summary>The facts of this life that the journal keeps.</summary>
    public List<JournalRecord> Journal { get; } = [];

    /// <summary>The candles of this life, with their instrument.</summary>
    public List<(InstrumentId Instrument, Candle Candle)> Closed { get; } = [];

    /// <summary>Tags in the order in which they were sent to be placed.</summary>
    public List<OrderTag> Placed { get; } = [];

    public long Published => _core.Outbox.Published;

    public LevelBoard Board => _core.Board;

    public TradingBook Book => _core.Pipeline.Orders.Book;

    /// <summary>Takes an input as the engine's thread does, after what the venue has to say until then.</summary>
    public void Put(in DeskInput input)
    {
        Inputs.Add(input);
        _paper.Follow(_core.Board.Calendar);
        while (_paper.TryRead(input.At, out var report)) Process(report);
        _paper.Observe(input);
        Process(input);
    }

    public void Send(in VenueRequest request)
    {
        if (request.Kind == VenueRequestKind.Place) Placed.Add(request.Tag);
        _paper.Send(request);
    }

    private void Process(in DeskInput input)
    {
        _core.Pipeline.Process(input);
        while (_facts.TryRead(out var fact, out var command))
        {
            Hash.Add(fact);
            if (fact.Kind == FactKind.CandleClosed && fact.Candle.Seconds >= Timeframe.Minute.Seconds)
                Closed.Add((fact.Instrument, fact.Candle));
            if (fact.IsJournaled) Journal.Add(new JournalRecord(fact, command));
        }
    }
}
