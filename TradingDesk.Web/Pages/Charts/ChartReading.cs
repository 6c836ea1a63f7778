using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Chart;

namespace TradingDesk.Web.Pages.Charts;

/// <summary>
/// What a chart has on it and what comes next: the forming candle pulled, each closed one settled by the store, older ones on demand.
/// It ends when another instrument, timeframe or list of indicators takes its place.
/// </summary>
internal sealed class ChartReading(IDeskView desk, CandleChart chart, ChartSubject subject, CandleHistory history, CancellationToken cancel)
{
    private const int OlderPage = 500;
    private const int SettlePage = 20;
    private const int SettleTries = 16;

    private readonly RunningTotals _totals = new(history);
    private readonly IReadOnlyList<IndicatorColumn> _columns = history.Columns;
    private Instant? _oldest = history.Candles.Count > 0 ? history.Candles[0].Start : null;
    private long _newestClosed = NewestOf(history);
    private long _newestFormed = NewestOf(history);
    private long _settleUpTo;
    private int _settleTries;
    private int? _progress;
    private bool _following;
    private bool _followAgain;

    public ChartSubject Subject => subject;

    /// <summary>Candles on the chart, so that a later reading brings as many.</summary>
    public int Count { get; private set; } = history.Candles.Count;

    public bool IsEmpty => Count == 0;

    /// <summary>A call was not confirmed: what the browser shows is unknown.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Whether the desk computes other indicators now than those that are drawn.</summary>
    public bool HasOtherColumns(RungReading rung) =>
        !ReferenceEquals(rung.Columns, _columns) && !IsDrawn(rung.Columns);

    /// <summary>Whether no more candles have closed since the last that is drawn than are settled at once.</summary>
    public bool IsNear(RungReading rung) =>
        rung.Forming is { } forming && forming.Start.UnixSeconds - _newestClosed < SettlePage * (long)subject.Timeframe.Seconds;

    /// <summary>The history itself is the browser's from then on; nothing of it is kept here.</summary>
    public async Task ShowAsync(CandleHistory read) => Confirm(await chart.ShowAsync(subject.Setup(read), ChartRows.Of(read)));

    /// <summary>Moves the forming candle; a change that comes while the browser takes the last one is followed after it.</summary>
    public async Task FollowAsync()
    {
        _followAgain = true;
        if (_following) return;
        _following = true;
        try
        {
            while (_followAgain && !cancel.IsCancellationRequested)
            {
                _followAgain = false;
                await FollowOnceAsync();
            }
        }
        finally
        {
            _following = false;
        }
    }

    public async Task LoadOlderAsync()
    {
        if (_oldest is not { } oldest) return;
        if (await TryReadAsync(OlderPage, oldest.PlusSeconds(subject.Timeframe.Seconds)) is not { } read)
            throw new IOException("Older candles cannot be read now."); // The browser asks again at the next scroll.
        var older = Before(oldest, read);
        if (older.Candles.Count > 0) _oldest = older.Candles[0].Start;
        Count += older.Candles.Count;
        Confirm(await chart.PrependAsync(ChartRows.Of(older)));
    }

    private async Task FollowOnceAsync()
    {
        if (desk.ReadRung(subject.Instrument.Id, subject.Timeframe) is not { } rung || HasOtherColumns(rung)) return;
        await TellProgressAsync(rung);
        if (rung.Forming is not { } forming) return;
        var isNext = _newestClosed + subject.Timeframe.Seconds >= forming.Start.UnixSeconds;
        var row = ChartRows.Of(forming, _totals.Level(rung, _newestClosed, isNext));
        if (row.StartSeconds > _newestFormed)
        {
            (_settleUpTo, _settleTries) = (_newestFormed, SettleTries);
            _newestFormed = row.StartSeconds;
            Count++;
        }

        if (_settleTries > 0) await SettleAsync(row.StartSeconds);
        if (cancel.IsCancellationRequested || row.StartSeconds <= _newestClosed) return;
        Confirm(await chart.UpdateAsync(row));
    }

    /// <summary>A candle that was drawn while it formed is replaced by the closed one, which may come a moment later.</summary>
    private async Task SettleAsync(long formingStart)
    {
        if (_newestClosed < Math.Max(_settleUpTo, formingStart - subject.Timeframe.Seconds))
        {
            if (await TryReadAsync(SettlePage, null) is not { } read) return;
            _settleTries--;
            var closed = ChartRows.Of(read).FindAll(row => row.StartSeconds > _newestClosed);
            if (closed.Count > 0)
            {
                _newestClosed = closed[^1].StartSeconds;
                Confirm(await chart.SettleAsync(closed));
            }
        }

        if (_newestClosed >= _settleUpTo) _settleTries = 0;
    }

    /// <summary>Only while an indicator is not ready, and only when it came a candle further.</summary>
    private async Task TellProgressAsync(RungReading rung)
    {
        int? progress = rung.Peeked.Contains(null) ? rung.Candles : null;
        if (progress == _progress) return;
        _progress = progress;
        Confirm(await chart.TellProgressAsync(progress));
    }

    /// <summary>
    /// The closed candles with the columns that are drawn, or null when something else is shown by now, other indicators came in force or
    /// the store cannot be read at the moment: what is drawn stays "not confirmed", and the next look tries again.
    /// </summary>
    private async Task<CandleHistory?> TryReadAsync(int count, Instant? before)
    {
        try
        {
            var read = await subject.ReadAsync(desk, count, before, cancel);
            var isOther = read.Candles.Count > 0 && !IsDrawn(read.Columns);
            return cancel.IsCancellationRequested || isOther ? null : _totals.Level(read);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Without the candle that is drawn already: it was read along so that running totals meet in it.</summary>
    private static CandleHistory Before(Instant oldest, CandleHistory read)
    {
        var count = read.Candles.Count(candle => candle.Start < oldest);
        return read with { Candles = [.. read.Candles.Take(count)], Values = [.. read.Values.Take(count)] };
    }

    // A column's name holds its spec, which decides everything else of it.
    private bool IsDrawn(IReadOnlyList<IndicatorColumn> columns) =>
        columns.Select(column => column.Name).SequenceEqual(_columns.Select(column => column.Name));

    private void Confirm(bool confirmed) => IsLost |= !confirmed;

    private static long NewestOf(CandleHistory history) =>
        history.Candles.Count > 0 ? history.Candles[^1].Start.UnixSeconds : long.MinValue;
}
