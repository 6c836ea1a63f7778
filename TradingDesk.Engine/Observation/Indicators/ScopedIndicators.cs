namespace TradingDesk.Engine.Observation.Indicators;

/// <summary>One list of indicators and where it holds: empty for the whole desk, else a timeframe such as `5m` or an instrument.</summary>
public sealed record ScopedIndicators(string Scope, IReadOnlyList<string> Specs)
{
    public bool IsDeskWide => Scope.Length == 0;

    public override string ToString() => IsDeskWide ? string.Join(',', Specs) : $"{Scope}={string.Join(',', Specs)}";
}
