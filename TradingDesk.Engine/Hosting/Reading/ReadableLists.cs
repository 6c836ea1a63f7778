using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Hosting.Reading;

/// <summary>Indicator lists as pages read them: parsed from their text, each list's columns described once.</summary>
internal sealed class ReadableLists(string text, InstrumentTable instruments)
{
    private readonly Dictionary<IndicatorList, IReadOnlyList<IndicatorColumn>> _columns = [];
    private readonly IndicatorLists _lists = IndicatorLists.Parse(text, instruments, out var errors)
        ?? throw new ArgumentException(string.Join(". ", errors), nameof(text));

    public string Text => text;

    public IndicatorList For(InstrumentId instrument, Timeframe timeframe) => _lists.For(instrument, timeframe);

    /// <summary>The columns of an instrument's timeframe; the same object for all that share a list.</summary>
    public IReadOnlyList<IndicatorColumn> ColumnsOf(InstrumentId instrument, Timeframe timeframe)
    {
        var list = _lists.For(instrument, timeframe);
        lock (_columns)
        {
            if (!_columns.TryGetValue(list, out var columns)) _columns.Add(list, columns = Describe(list));
            return columns;
        }
    }

    private static List<IndicatorColumn> Describe(IndicatorList list) =>
        [.. list.Specs.SelectMany(spec => spec.Columns.Zip(spec.Description.Outputs, (name, output) => Describe(spec, name, output)))];

    private static IndicatorColumn Describe(IndicatorSpec spec, string name, IndicatorOutput output) =>
        new(name, spec.Text, output.Name, spec.Description.Pane == IndicatorPane.Overlay)
        {
            WarmUp = spec.Create().WarmUp,
            Look = LookOf(output.Look),
            IsRunningTotal = spec.Description.IsRunningTotal,
            Guides = spec.Description.Guides,
            DrawnBack = output.DrawnBackBy is { } parameter ? (int)spec.ParameterOf(parameter) : 0,
        };

    private static IndicatorLook LookOf(OutputLook look) => look switch
    {
        OutputLook.Line => IndicatorLook.Line,
        OutputLook.Histogram => IndicatorLook.Histogram,
        OutputLook.Dots => IndicatorLook.Dots,
        OutputLook.Colour => IndicatorLook.Colour,
    };
}
