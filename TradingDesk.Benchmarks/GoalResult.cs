namespace TradingDesk.Benchmarks;

/// <summary>One goal as measured: a ratio, what it should be at most or at least, and how it came about.</summary>
internal sealed record GoalResult(string Id, double Measured, double Target, bool AtMost, string Detail)
{
    public bool IsMet => AtMost ? Measured <= Target : Measured >= Target;

    /// <summary>A goal whose peer is missing: short, and says why.</summary>
    public static GoalResult NotMeasured(string id, double target, bool atMost, string why) =>
        new(id, double.NaN, target, atMost, $"not measured: {why}");
}
