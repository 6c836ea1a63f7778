using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Watch;

/// <summary>What an account has gained, after charges: today, or in all since it was opened.</summary>
internal sealed record ProfitAlert(string Account, bool IsInAll, AlertComparison How, Money Level) : AlertRule
{
    public override AlertComparison Comparison => How;

    public override string AccountName => Account;

    public override string ToText() => $"{(IsInAll ? "total" : "day")} P&L of {Account} {WordOf(How)} {Level}";

    public AlertReading Read(Money gained) => Compare(AlertUnit.Money, gained.Scaled, Level.Scaled);
}
