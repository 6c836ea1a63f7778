using System.Globalization;
using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Alerts;

/// <summary>Reads the alerts off the board; whatever did not change is the same object as before.</summary>
internal sealed class AlertSampler(AlertLevels levels)
{
    private readonly Dictionary<int, (AlertRow Row, int Version, AlertView View)> _known = [];
    private IReadOnlyList<AlertRow> _rows = [];
    private AlertView[] _current = [];
    private long _changes;

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<AlertView> Sample()
    {
        var (rows, changes) = (levels.Rows, levels.Cells.Changes);
        if (ReferenceEquals(rows, _rows) && changes == _changes) return _current;
        (_rows, _changes) = (rows, changes);
        var next = rows.Select(ViewOf).ToArray();
        foreach (var gone in _known.Keys.Except(rows.Select(row => row.Number)).ToArray()) _known.Remove(gone);
        if (next.Length != _current.Length || !next.Zip(_current).All(pair => ReferenceEquals(pair.First, pair.Second))) _current = next;
        return _current;
    }

    private AlertView ViewOf(AlertRow row)
    {
        var version = levels.Cells.Read(row.Place, out var level);
        if (_known.TryGetValue(row.Number, out var known) && known.Version == version && known.Row == row) return known.View;
        // The place may have another alert's level for a moment, while one goes and the next comes.
        if (level.Number != row.Number) level = new AlertLevel { Number = row.Number, State = AlertState.Armed };
        var view = new AlertView(row.Number, row.Text, level.State)
        {
            Blind = row.Blind,
            Value = TextOf(level.Now),
            FiredAt = level.FiredAt == default ? null : level.FiredAt,
            FiredValue = TextOf(level.Then),
            By = row.By,
            AddedAt = row.AddedAt,
        };
        if (known.View == view) view = known.View;
        _known[row.Number] = (row, version, view);
        return view;
    }

    private static string TextOf(in AlertSeen seen) => seen.Unit switch
    {
        AlertUnit.Price => new Price(seen.Amount).Rupees.ToString("#,0.00##", CultureInfo.InvariantCulture),
        AlertUnit.Money => new Money(seen.Amount).Rupees.ToString("+#,0.00;-#,0.00;0.00", CultureInfo.InvariantCulture),
        AlertUnit.Number => seen.Value.ToString("#,0.00##", CultureInfo.InvariantCulture),
        AlertUnit.Seconds => seen.Amount.ToString("#,0 's'", CultureInfo.InvariantCulture),
        AlertUnit.Count => seen.Amount.ToString(CultureInfo.InvariantCulture),
        AlertUnit.RunState => ((RunState)seen.Amount).ToString().ToLowerInvariant(),
        _ => "",
    };
}
