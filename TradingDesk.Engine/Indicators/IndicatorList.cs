namespace TradingDesk.Engine.Indicators;

/// <summary>A list of indicators made ready to run: one arithmetic per entry and its place in a set's words, shared by all sets.</summary>
internal sealed class IndicatorList
{
    private readonly Place[] _places;

    public IndicatorList(IReadOnlyList<IndicatorSpec> specs)
    {
        _places = new Place[specs.Count];
        Columns = [.. specs.SelectMany(spec => spec.Columns)];
        if (Columns.Count > IndicatorSpecs.MostColumns) throw new ArgumentException($"{Columns.Count} columns; at most 64.", nameof(specs));
        var (word, column) = (0, 0);
        for (var i = 0; i < specs.Count; i++)
        {
            var indicator = specs[i].Create();
            _places[i] = new Place(indicator, word, column);
            word += indicator.Words;
            column += indicator.Outputs;
            Closes = Math.Max(Closes, indicator.LooksBack);
            WarmUp = Math.Max(WarmUp, indicator.WarmUp);
        }

        Specs = specs;
        Words = word;
    }

    public IReadOnlyList<IndicatorSpec> Specs { get; }

    /// <summary>The columns' names, in the order a set gives its values.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Candles until the last indicator is ready.</summary>
    public int WarmUp { get; }

    /// <summary>Words the indicators of a set remember by, the shared closes not counted.</summary>
    public int Words { get; }

    /// <summary>Closes a set keeps.</summary>
    public int Closes { get; }

    /// <summary>Where each indicator's words and columns begin.</summary>
    public ReadOnlySpan<Place> Places => _places;

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

    /// <summary>An indicator and the first of its words and of its columns.</summary>
    internal readonly struct Place(IIndicator indicator, int word, int column)
    {
        public readonly IIndicator Indicator = indicator;
        public readonly int Word = word;
        public readonly int Words = indicator.Words;
        public readonly int Column = column;
        public readonly int Outputs = indicator.Outputs;
        public readonly int WarmUp = indicator.WarmUp;
    }
}
