using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Engine.Venues.Paper;

/// <summary>What must hold of every report of a paper venue, judged from the market's inputs alone; findings are sentences.</summary>
internal sealed class PaperSwarmOracle(InstrumentTable instruments)
{
    private readonly List<DeskInput>[] _books = [[], []];
    private readonly Dictionary<(int, Instant), (Price Last, long Units)> _trades = [];
    private readonly Dictionary<(int, Instant, Side, Price), long> _taken = [];
    private readonly Dictionary<(int, Instant, Side), long> _met = [];
    private readonly Dictionary<(int, Instant), long> _given = [];
    private readonly HashSet<long> _fills = [];
    private readonly long[] _counted = [-1, -1];
    private Instant _heard;

    public List<string> Findings { get; } = [];

    public int Fills => _fills.Count;

    public HashSet<FillReason> Reasons { get; } = [];

    /// <summary>A venue that began anew has the displayed quantities before it again.</summary>
    public void Forget()
    {
        _taken.Clear();
        _met.Clear();
        _given.Clear();
    }

    public void See(in DeskInput input)
    {
        if (input.Kind == InputKind.Depth && IsBook(input.Depth, input.At)) _books[input.Instrument.Index].Add(input);
        if (input.Kind != InputKind.Tick) return;
        var tick = input.Tick;
        if (tick.Time != input.At || tick.Last == default || tick.DayVolume == 0) return;
        ref var counted = ref _counted[input.Instrument.Index];
        _trades[(input.Instrument.Index, input.At)] = (tick.Last, counted < 0 ? 0 : tick.DayVolume - counted);
        counted = tick.DayVolume;
    }

    public void Judge(Order order, in OrderEvent report, OrderVerdict verdict, Instant at)
    {
        if (at < _heard) Add(order, "a report came before the one before it");
        _heard = at;
        if (verdict is OrderVerdict.Conflict or OrderVerdict.LateFill or OrderVerdict.Reopened) Add(order, $"{report.Kind} was {verdict}");
        if (report.Seen is OrderState.Cancelled or OrderState.Expired && report.Filled != order.Filled)
            Add(order, "its end says another quantity");
        if (report.Kind != OrderEventKind.Traded) return;
        Reasons.Add(report.Why);
        if (!_fills.Add(report.FillId)) Add(order, $"the fill {report.FillId} came twice");
        if (report.Quantity.Units % instruments[order.Instrument].Lot != 0) Add(order, "it traded part of a lot");
        if (_trades.TryGetValue((order.Instrument.Index, report.VenueTime), out var trade) && report.Why != FillReason.TookBook)
            JudgeTrade(order, report, trade);
        else JudgeBook(order, report);
    }

    /// <summary>Filled by a trade of the market: at its own price, which the trade reached, out of what was traded.</summary>
    private void JudgeTrade(Order order, in OrderEvent report, (Price Last, long Units) trade)
    {
        var beyond = (report.Price.Scaled - trade.Last.Scaled) * order.Terms.Side.Sign();
        if (beyond < 0) Add(order, $"it traded at {report.Price} on a trade at {trade.Last}");
        if (beyond > 0 != (report.Why == FillReason.TradedThrough)) Add(order, $"the reason {report.Why} is wrong");
        var key = (order.Instrument.Index, report.VenueTime);
        var given = _given[key] = _given.GetValueOrDefault(key) + report.Quantity.Units;
        if (given > trade.Units) Add(order, $"of a trade of {trade.Units} units {given} were given");
    }

    /// <summary>Filled from the book of that moment: at a level's price if it took, and never more than was shown.</summary>
    private void JudgeBook(Order order, in OrderEvent report)
    {
        var (side, time) = (order.Terms.Side, report.VenueTime);
        var input = _books[order.Instrument.Index].FindLast(book => book.At <= time);
        var book = input.Depth;
        if (book.Time == default || time > book.Time.PlusSeconds(10))
        {
            Add(order, "it traded without a book");
            return;
        }

        var levels = side == Side.Buy ? book.Offers : book.Bids;
        var (shown, all) = (0L, 0L);
        foreach (var level in levels)
        {
            all += level.Quantity;
            if (book.PriceOf(level) == report.Price) shown += level.Quantity;
        }

        var (at, met) = ((order.Instrument.Index, input.At, side, report.Price), (order.Instrument.Index, input.At, side));
        _met[met] = _met.GetValueOrDefault(met) + report.Quantity.Units;
        if (_met[met] > all) Add(order, $"of {all} shown units {_met[met]} were met");
        if (report.Why != FillReason.TookBook) return;
        _taken[at] = _taken.GetValueOrDefault(at) + report.Quantity.Units;
        if (_taken[at] > shown) Add(order, $"of {shown} units at {report.Price} {_taken[at]} were taken");
    }

    private static bool IsBook(in Depth depth, Instant at) => depth.Time == at && depth.Bids[0].Offset < depth.Offers[0].Offset;

    private void Add(Order order, string finding) => Findings.Add($"{order.Id} {order.Terms.Side} {order.Terms.Type}: {finding}.");
}
