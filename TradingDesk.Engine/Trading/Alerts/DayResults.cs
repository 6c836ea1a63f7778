using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Portfolio;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Trading.Alerts;

/// <summary>What accounts have gained after charges, today and in all, and the day's highest, as the board shows their money.</summary>
internal sealed class DayResults(TradingBook book, MoneyLevels levels)
{
    private readonly Peak[] _peaks = new Peak[Limits.AccountsMost];

    /// <summary>Takes up the peaks that the journal was told of.</summary>
    public void Join()
    {
        foreach (var account in book.Accounts) _peaks[account.Id.Index] = new Peak(account.Day, book.Alerts.PeakOf(account.Id));
    }

    /// <summary>A second has passed.</summary>
    public void Move()
    {
        foreach (var account in book.Accounts)
        {
            ref var peak = ref _peaks[account.Id.Index];
            if (peak.Day != account.Day) peak = new Peak(account.Day, default);
            if (TodayOf(account) is { } today && today > peak.Highest) peak = peak with { Highest = today };
        }
    }

    public Money PeakOf(Account account) => _peaks[account.Id.Index].Highest;

    /// <summary>Null while something it holds has no price of the market.</summary>
    public Money? TodayOf(Account account)
    {
        if (!IsPriced(account)) return null;
        ref readonly var level = ref LevelOf(account);
        return WorthOf(level) - level.DayStart - level.MovedToday;
    }

    public Money? InAllOf(Account account)
    {
        if (!IsPriced(account)) return null;
        ref readonly var level = ref LevelOf(account);
        return WorthOf(level) - level.Deposited;
    }

    private ref readonly AccountLevel LevelOf(Account account) => ref levels.Accounts.Of(account.Id.Index);

    private static Money WorthOf(in AccountLevel level) => level.Deposited + level.Realised + level.Unrealised - level.Charges;

    private static bool IsPriced(Account account)
    {
        foreach (var position in account.Positions)
        {
            if (!position.IsFlat && position.LastAt == default) return false;
        }

        return true;
    }

    /// <summary>The highest result of a day; where the day began is 0.</summary>
    private readonly record struct Peak(DateOnly Day, Money Highest);
}
