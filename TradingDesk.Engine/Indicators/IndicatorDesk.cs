using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Indicators;

/// <summary>The indicator sets of every instrument on every timeframe, all made from the one desk-wide list.</summary>
internal sealed class IndicatorDesk
{
    private readonly IndicatorList _list;
    private readonly int _instruments;
    private Timeframe[] _timeframes;
    private IndicatorSet[] _sets;

    public IndicatorDesk(int instruments, IReadOnlyList<Timeframe> timeframes, IndicatorList list)
    {
        _list = list;
        _instruments = instruments;
        _timeframes = [.. timeframes];
        _sets = new IndicatorSet[instruments * _timeframes.Length];
        for (var i = 0; i < _sets.Length; i++) _sets[i] = new IndicatorSet(list);
    }

    public int Columns => _list.Columns.Count;

    public IndicatorSet SetOf(InstrumentId id, int rung) => _sets[(id.Index * _timeframes.Length) + rung];

    /// <summary>Keeps the sets of the timeframes that stay; those of new ones begin cold.</summary>
    public void Change(IReadOnlyList<Timeframe> timeframes)
    {
        var changed = new IndicatorSet[_instruments * timeframes.Count];
        for (var to = 0; to < timeframes.Count; to++)
        {
            var from = Array.IndexOf(_timeframes, timeframes[to]);
            for (var instrument = 0; instrument < _instruments; instrument++)
            {
                changed[(instrument * timeframes.Count) + to] =
                    from < 0 ? new IndicatorSet(_list) : _sets[(instrument * _timeframes.Length) + from];
            }
        }

        _timeframes = [.. timeframes];
        _sets = changed;
    }
}
