namespace TradingDesk.Engine.Indicators.Parts;

/// <summary>The sum of the last N values, the newest weighing N and the oldest 1: constant work, and nothing drifts.</summary>
/// <remarks>Values from before the first count as zero.</remarks>
internal readonly struct WeightedSum(ExactSum plain, ExactSum weighted)
{
    private readonly ExactSum _plain = plain;
    private readonly ExactSum _weighted = weighted;

    /// <summary>After one more value, when the oldest of the window leaves: every other weighs one less.</summary>
    public WeightedSum After(int window, double value, double oldest) =>
        new(_plain - oldest + value, _weighted - _plain + ExactSum.Product(window, value));

    /// <summary>The mean, the weights being 1 to N.</summary>
    public double Mean(int window) => _weighted.Over(window * (window + 1) / 2);
}
