using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Accounts;

/// <summary>Reads brackets off the board; whatever did not change is the same object as before.</summary>
internal sealed class BracketSampler(MoneyLevels levels)
{
    private readonly List<(int Version, AccountId Account, BracketView? View)> _seen = [];

    public void Sample()
    {
        for (var place = 0; place < levels.BracketCount; place++)
        {
            if (place == _seen.Count) _seen.Add(default);
            if (levels.Brackets.VersionOf(place) == _seen[place].Version) continue;
            var version = levels.Brackets.Read(place, out var level);
            _seen[place] = (version, level.Account, level.Guarded.Units == 0 ? null : ViewOf(level));
        }
    }

    /// <summary>An account's, the oldest first.</summary>
    public IReadOnlyList<BracketView> Of(AccountId account)
    {
        if (_seen.Count == 0) return [];
        var views = _seen.Where(seen => seen.View is not null && seen.Account == account).Select(seen => seen.View!);
        return [.. views.OrderBy(view => view.Intent)];
    }

    private static BracketView ViewOf(in BracketLevel level) => new(level.Intent, level.Instrument, level.Product)
    {
        Run = level.Run,
        Watched = level.Watched,
        Units = level.Guarded,
        Side = level.Side,
        GainsUpwards = level.Way > 0,
        Stop = level.Stop,
        Target = level.Target,
        Trail = level.Trail,
        HasFired = level.HasFired,
    };
}
