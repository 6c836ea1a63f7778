using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Indicators.Lists;

/// <summary>
/// The desk's one list of indicators and what replaces it for a timeframe or an instrument, written as
/// `SMA:9,EMA:21; 5m=RSI:14; NSE:NIFTY=SUPERTREND:10:3`. An instrument's own list goes before a timeframe's.
/// </summary>
internal sealed class IndicatorLists
{
    private readonly IndicatorList _deskWide;
    private readonly Dictionary<InstrumentId, IndicatorList> _ofInstruments = [];
    private readonly Dictionary<Timeframe, IndicatorList> _ofTimeframes = [];
    private readonly long _wordsMost;

    private IndicatorLists(IReadOnlyList<ScopedSpecs> scopes)
    {
        Text = string.Join("; ", scopes);
        _deskWide = new IndicatorList(scopes[0].Specs);
        ColumnsMost = _deskWide.Width;
        _wordsMost = _deskWide.Words + _deskWide.Closes;
        foreach (var scope in scopes.Skip(1))
        {
            var list = new IndicatorList(scope.Specs);
            ColumnsMost = Math.Max(ColumnsMost, list.Width);
            _wordsMost = Math.Max(_wordsMost, list.Words + list.Closes);
            if (scope.Instrument is { } instrument) _ofInstruments.Add(instrument, list);
            else _ofTimeframes.Add(scope.Timeframe, list);
        }
    }

    /// <summary>The canonical text, read back by <see cref="Parse"/>.</summary>
    public string Text { get; }

    /// <summary>Columns of the widest list.</summary>
    public int ColumnsMost { get; }

    /// <summary>Whether a desk of that size has the memory for them, counted as if every set were of the largest list.</summary>
    public bool FitMemory(int instruments, int timeframes) =>
        _wordsMost * sizeof(double) * instruments * timeframes <= Limits.IndicatorBytesMost;

    public IndicatorList For(InstrumentId instrument, Timeframe timeframe) =>
        _ofInstruments.TryGetValue(instrument, out var own) ? own
        : _ofTimeframes.TryGetValue(timeframe, out var list) ? list
        : _deskWide;

    /// <summary>Reads the desk-wide list and its overrides; a sentence for each thing that is wrong, and no lists then.</summary>
    public static IndicatorLists? Parse(string text, InstrumentTable instruments, out IReadOnlyList<string> errors)
    {
        var wrong = new List<string>();
        var scopes = new List<ScopedSpecs>();
        var parts = text.Split(';', StringSplitOptions.TrimEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            if (ScopedSpecs.Read(parts[i], i == 0, instruments, wrong) is not { } scope) continue;
            if (scopes.Exists(known => known.Scope == scope.Scope)) wrong.Add($"{scope.Scope}: has its list already");
            else scopes.Add(scope);
        }

        errors = wrong;
        return wrong.Count == 0 ? new IndicatorLists(scopes) : null;
    }

    /// <summary>The text without the lists of instruments that the desk does not have: an expired option's would spoil all.</summary>
    public static string WithoutUnknown(string text, InstrumentTable instruments, out IReadOnlyList<string> unknown)
    {
        var parts = text.Split(';', StringSplitOptions.TrimEntries);
        var gone = parts.Skip(1).Where(part => !ScopedSpecs.IsOfDesk(part, instruments)).ToList();
        unknown = [.. gone.Select(part => part.Split('=')[0].Trim())];
        return gone.Count == 0 ? text : string.Join("; ", parts.Except(gone));
    }
}
