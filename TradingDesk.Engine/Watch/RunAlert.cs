using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Watch;

/// <summary>The state that a strategy's run is in.</summary>
internal sealed record RunAlert(RunId Run, RunState State) : AlertRule
{
    public static IReadOnlyList<string> Words { get; } = [.. Enum.GetValues<RunState>().Select(WordOf)];

    public override AlertComparison Comparison => AlertComparison.Above;

    public override string ToText() => string.Create(CultureInfo.InvariantCulture, $"run {Run.Number} is {WordOf(State)}");

    /// <summary>Of a run that there is not there is nothing to judge.</summary>
    public AlertReading Read(RunState? state) => state is not { } known
        ? AlertReading.Unknown
        : new AlertReading(known == State ? AlertSide.Above : AlertSide.Below, AlertUnit.RunState) { Amount = (long)known };

    private static string WordOf(RunState state) => state.ToString().ToLowerInvariant();
}
