using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Indicators.Lists;

/// <summary>A list of indicators made ready to run: their arithmetic by kind and their places in a set's words.</summary>
internal sealed class IndicatorList
{
    private readonly IndicatorPlace[] _places;

    public IndicatorList(IReadOnlyList<IndicatorSpec> specs)
    {
        Specs = specs;
        Text = string.Join(',', specs.Select(spec => spec.Text));
        Columns = [.. specs.SelectMany(spec => spec.Columns)];
        if (Columns.Count > Limits.ColumnsMost)
            throw new ArgumentException($"{Columns.Count} columns; at most {Limits.ColumnsMost}.", nameof(specs));
        var indicators = specs.Select(spec => spec.Create()).ToArray();
        _places = [.. indicators.Select(PlaceNext)];
        var members = specs.Select((spec, i) => (spec.Description.Factory, Member: (indicators[i], _places[i])));
        foreach (var kind in members.GroupBy(member => member.Factory, member => member.Member).Reverse())
        {
            Groups = kind.Key.Gather(kind, Groups);
        }
    }

    public IReadOnlyList<IndicatorSpec> Specs { get; }

    /// <summary>The canonical text of its specifications.</summary>
    public string Text { get; }

    /// <summary>The columns' names, in the order a set gives its values.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>How many columns.</summary>
    public int Width { get; private set; }

    /// <summary>Candles until the last indicator is ready.</summary>
    public int WarmUp { get; private set; }

    /// <summary>Words the indicators of a set remember by, the shared closes not counted.</summary>
    public int Words { get; private set; }

    /// <summary>Closes a set keeps.</summary>
    public int Closes { get; private set; }

    /// <summary>The first of the groups, null in an empty list.</summary>
    public IndicatorGroup? Groups { get; }

    /// <summary>Bit n is set when column n means something after so many candles.</summary>
    public ulong ReadyAfter(int candles)
    {
        var ready = 0UL;
        foreach (var place in _places)
        {
            if (candles >= place.WarmUp) ready |= ((1UL << place.Outputs) - 1) << place.Column;
        }

        return ready;
    }

    private IndicatorPlace PlaceNext(IIndicator indicator)
    {
        var place = new IndicatorPlace(indicator, Words, Width);
        Words += indicator.Words;
        Width += indicator.Outputs;
        Closes = Math.Max(Closes, indicator.LooksBack);
        WarmUp = Math.Max(WarmUp, indicator.WarmUp);
        return place;
    }
}
