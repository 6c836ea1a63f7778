using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Indicators;

/// <summary>The indicator sets of every instrument on every timeframe, each made from the list in force for it.</summary>
internal sealed class IndicatorDesk
{
    private readonly int _instruments;
    private Timeframe[] _timeframes;
    private IndicatorSet[] _sets;

    public IndicatorDesk(int instruments, IReadOnlyList<Timeframe> timeframes, IndicatorLists lists)
    {
        Lists = lists;
        _instruments = instruments;
        _timeframes = [.. timeframes];
        _sets = new IndicatorSet[instruments * _timeframes.Length];
        for (var i = 0; i < _sets.Length; i++)
            _sets[i] = NewSet(i / _timeframes.Length, _timeframes[i % _timeframes.Length], isCold: false);
    }

    /// <summary>The lists in force; whoever puts others in force replaces the sets as well.</summary>
    public IndicatorLists Lists { get; set; }

    /// <summary>Columns of the widest list.</summary>
    public int Columns => Lists.ColumnsMost;

    public IndicatorSet SetOf(InstrumentId id, int rung) => _sets[(id.Index * _timeframes.Length) + rung];

    /// <summary>Words that all sets save.</summary>
    public int StateWords => _sets.Sum(set => set.StateWords);

    public void Replace(InstrumentId id, int rung, IndicatorSet set) => _sets[(id.Index * _timeframes.Length) + rung] = set;

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
                    from < 0 ? NewSet(instrument, timeframes[to], isCold: true) : _sets[(instrument * _timeframes.Length) + from];
            }
        }

        _timeframes = [.. timeframes];
        _sets = changed;
    }

    private IndicatorSet NewSet(int instrument, Timeframe timeframe, bool isCold) =>
        new(Lists.For(new InstrumentId(instrument), timeframe)) { IsCold = isCold };
}
