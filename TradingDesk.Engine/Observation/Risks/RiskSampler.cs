using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Risks;

/// <summary>Reads limits and states off the board; what did not change is the same object as before.</summary>
internal sealed class RiskSampler(MoneyLevels levels)
{
    private readonly List<(RiskLevel Level, RiskView View)> _known = [];
    private IReadOnlyList<RiskView> _current = [];
    private long _seen = -1;

    /// <summary>Accounts and runs in the order in which they first mattered.</summary>
    public IReadOnlyList<RiskView> Sample()
    {
        var seen = levels.Risks.Changes;
        if (seen == _seen) return _current;
        _seen = seen;
        var isSame = _current.Count == levels.RiskCount;
        for (var place = 0; place < levels.RiskCount; place++)
        {
            levels.Risks.Read(place, out var level);
            if (place < _known.Count && level.Equals(_known[place].Level)) continue;
            isSame = false;
            if (place < _known.Count) _known[place] = (level, ViewOf(level));
            else _known.Add((level, ViewOf(level)));
        }

        return isSame ? _current : _current = [.. _known.Select(known => known.View)];
    }

    private static RiskView ViewOf(in RiskLevel level) => new(level.Account, level.Run)
    {
        HasLimits = level.HasLimits,
        State = level.State,
        Why = level.State == RiskState.Active ? "" : RefusalSentences.Of(level.Why),
        StateAt = level.StateAt,
        StateBy = level.StateBy,
        StateBecause = level.StateBecause,
        Limits = level.Limits,
        SetAt = level.SetAt,
        SetBy = level.SetBy,
        SetBecause = level.SetBecause,
        Measures =
        [
            MoneyOf("position", level.Position), MoneyOf("underlying", level.Underlying), MoneyOf("gross", level.Gross),
            MoneyOf("net", level.Net), CountOf("open-orders", level.OpenOrders), CountOf("trades", level.Trades),
            MoneyOf("day-loss", level.DayLoss), MoneyOf("drawdown", level.Drawdown),
        ],
    };

    private static RiskMeasure MoneyOf(string name, RiskGauge gauge) => new(name, new Money(gauge.Used).Rupees, IsMoney: true)
    {
        Most = gauge.Most is { } most ? new Money(most).Rupees : null,
    };

    private static RiskMeasure CountOf(string name, RiskGauge gauge) => new(name, gauge.Used, IsMoney: false) { Most = gauge.Most };
}
