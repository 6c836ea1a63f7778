using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Watch;

/// <summary>How far an account's result of the day, after charges, lies below its highest of the day.</summary>
internal sealed record DrawdownAlert(string Account, Money Level) : AlertRule
{
    /// <summary>A start takes the day's peak from the journal, which is told of it in steps of that part of the level.</summary>
    private const int Steps = 100;

    public override AlertComparison Comparison => AlertComparison.Above;

    public override string AccountName => Account;

    /// <summary>By how much the peak must rise before the journal is told.</summary>
    public Money Step => new(Math.Max(Price.Scale, Level.Scaled / Steps));

    public override string ToText() => $"drawdown of {Account} above {Level}";

    public AlertReading Read(Money peak, Money now) => Compare(AlertUnit.Money, (peak - now).Scaled, Level.Scaled);
}
