using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Watch;

/// <summary>What somebody wants to be told of; as text it is one line that reads like a sentence.</summary>
internal abstract record AlertRule
{
    /// <summary>How long such a line may be.</summary>
    public const int TextMost = 160;

    public abstract AlertComparison Comparison { get; }

    /// <summary>The account it is about; empty for none.</summary>
    public virtual string AccountName => "";

    /// <summary>The line, read back by <see cref="AlertParser"/>.</summary>
    public abstract string ToText();

    protected static string WordOf(AlertComparison comparison) => comparison.ToString().ToLowerInvariant();

    protected static AlertReading Compare(AlertUnit unit, long amount, long level) => AlertReading.Of(unit, amount, level);
}
