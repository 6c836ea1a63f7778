using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Watch;

/// <summary>How many orders of an account were refused lately, by the desk or by the venue.</summary>
internal sealed record RefusalAlert(string Account, int Count, int Seconds) : AlertRule
{
    /// <summary>The newest refusals of an account that are remembered.</summary>
    public const int CountMost = 100;

    public override AlertComparison Comparison => AlertComparison.Above;

    public override string AccountName => Account;

    public override string ToText() => string.Create(
        CultureInfo.InvariantCulture, $"{Count} refusals of {Account} within {Seconds} seconds");

    /// <summary>That many are enough.</summary>
    public AlertReading Read(int refused) =>
        new(refused >= Count ? AlertSide.Above : AlertSide.Below, AlertUnit.Count) { Amount = refused };
}
