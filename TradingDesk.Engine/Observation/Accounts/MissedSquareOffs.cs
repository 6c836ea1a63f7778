using System.Globalization;

namespace TradingDesk.Engine.Observation.Accounts;

/// <summary>Intraday positions that outlived their session, in one sentence.</summary>
internal static class MissedSquareOffs
{
    public static string Of(IReadOnlyList<AccountView> accounts)
    {
        var missed = accounts.SelectMany(account => account.Positions, (account, held) => (account.Name, held.SquareOffMissed))
            .Where(held => held.SquareOffMissed is not null).ToList();
        if (missed.Count == 0) return "";
        var names = string.Join(", ", missed.Select(held => held.Name).Distinct());
        var (count, day) = (missed.Count, missed.Min(held => held.SquareOffMissed)!.Value);
        return string.Create(CultureInfo.InvariantCulture,
            $"Not squared off on {day:d MMM yyyy}: intraday positions of {names}, {count} in all. They are left when their market opens.");
    }
}
