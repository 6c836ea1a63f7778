using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Indicators.Lists;

/// <summary>One list of indicators and where it holds: the whole desk, one timeframe or one instrument.</summary>
internal sealed record ScopedSpecs(string Scope, InstrumentId? Instrument, Timeframe Timeframe, IReadOnlyList<IndicatorSpec> Specs)
{
    /// <summary>Reads `SMA:9,EMA:21` for the desk or `5m=RSI:14` for a scope; null with a sentence for each thing that is wrong.</summary>
    public static ScopedSpecs? Read(string text, bool isDeskWide, InstrumentTable instruments, List<string> errors)
    {
        var cut = text.IndexOf('=', StringComparison.Ordinal);
        if (isDeskWide != cut < 0)
        {
            errors.Add(isDeskWide
                ? $"{text}: the first list is the whole desk's and names no timeframe or instrument"
                : $"{text}: a further list begins with its timeframe or instrument, such as 5m=RSI:14");
            return null;
        }

        var before = errors.Count;
        var scope = isDeskWide ? new ScopedSpecs("", null, default, []) : ReadScope(text[..cut].Trim(), instruments, errors);
        var parsed = IndicatorSpecs.Parse(isDeskWide ? text : text[(cut + 1)..]);
        var where = scope is { Scope.Length: > 0 } ? $"{scope.Scope}: " : "";
        errors.AddRange(parsed.Errors.Select(error => where + error));
        return errors.Count > before ? null : scope! with { Specs = parsed.Specs };
    }

    /// <summary>False for the list of an instrument that the desk does not have; what else is wrong is its reader's to say.</summary>
    public static bool IsOfDesk(string text, InstrumentTable instruments)
    {
        var cut = text.IndexOf('=', StringComparison.Ordinal);
        if (cut < 0) return true;
        var scope = text[..cut].Trim();
        return Timeframe.TryParse(scope, out _) || instruments.Find(scope).Found is not null;
    }

    public override string ToString()
    {
        var list = string.Join(',', Specs.Select(spec => spec.Text));
        return Scope.Length == 0 ? list : $"{Scope}={list}";
    }

    private static ScopedSpecs? ReadScope(string scope, InstrumentTable instruments, List<string> errors)
    {
        if (Timeframe.TryParse(scope, out var timeframe)) return new ScopedSpecs(timeframe.Label, null, timeframe, []);
        var match = instruments.Find(scope);
        if (match.Found is { } instrument) return new ScopedSpecs(instrument.FullName, instrument.Id, default, []);
        errors.Add($"{scope}: no timeframe ({Timeframe.Allowed}), and no instrument: {match.Problem.TrimEnd('.')}");
        return null;
    }
}
