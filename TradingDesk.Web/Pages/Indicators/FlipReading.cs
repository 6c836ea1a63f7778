using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Web.Pages.Indicators;

/// <summary>The flip counts of one instrument and timeframe, counted anew after a candle has closed, but never in a hurry.</summary>
internal sealed class FlipReading(IDeskView desk, TimeProvider time)
{
    /// <summary>The newest closed candles that are looked at.</summary>
    public const int Candles = 50;

    // A closed candle's last seconds reach the store a moment after its close.
    private static readonly TimeSpan _storeDelay = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(5);

    private IReadOnlyList<IndicatorColumn> _columns = [];
    private int _candles;
    private bool _isMissing = true;
    private bool _isOld;
    private long _oldSince;
    private long _countedAt;
    private Task? _counting;

    /// <summary>By column; null until counted.</summary>
    public IReadOnlyDictionary<string, FlipCount>? Counts { get; private set; }

    /// <summary>Why the last count failed, or null; it is tried again by itself.</summary>
    public string? Failure { get; private set; }

    /// <summary>Closed candles the counts are over.</summary>
    public int Over => Counts?.Values.Select(count => count.Candles).DefaultIfEmpty().Max() ?? 0;

    /// <summary>Another instrument or timeframe is shown: what was counted is of no use.</summary>
    public void Begin() => (Counts, Failure, _isMissing, _counting) = (null, null, true, null);

    /// <summary>Takes the rung as it stands now and says whether to count.</summary>
    public bool IsDue(RungReading rung)
    {
        if (!ReferenceEquals(rung.Columns, _columns) && !rung.Columns.SequenceEqual(_columns)) Begin();
        if (rung.Candles != _candles && !_isOld) (_isOld, _oldSince) = (true, time.GetTimestamp());
        (_columns, _candles) = (rung.Columns, rung.Candles);
        if (_counting is not null) return false;
        return _isMissing || (_isOld && time.GetElapsedTime(_oldSince) >= _storeDelay && time.GetElapsedTime(_countedAt) >= _pause);
    }

    /// <summary>Counts; what another choice has overtaken meanwhile is thrown away.</summary>
    public async Task CountAsync(InstrumentId instrument, Timeframe timeframe, CancellationToken cancel)
    {
        (_isMissing, _isOld) = (false, false);
        var counting = desk.CountFlipsAsync(instrument, timeframe, Candles, null, cancel);
        _counting = counting;
        try
        {
            var counts = await counting;
            if (_counting == counting) (Counts, Failure) = (counts.ToDictionary(count => count.Column), null);
        }
        catch (OperationCanceledException)
        {
            // The page has gone.
        }
        catch (IOException failure)
        {
            if (_counting == counting) (Failure, _isOld, _oldSince) = (failure.Message, true, time.GetTimestamp());
        }
        finally
        {
            if (_counting == counting) (_counting, _countedAt) = (null, time.GetTimestamp());
        }
    }
}
