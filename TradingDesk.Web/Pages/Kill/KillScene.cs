using TradingDesk.Engine.Observation;

namespace TradingDesk.Web.Pages.Kill;

/// <summary>What the kill switch's dialog has to know of the desk: much less than moves with every price.</summary>
/// <param name="Accounts">The accounts with what would be done, in the order they were opened.</param>
/// <param name="Latched">Whose switches are latched; an empty name is the desk's.</param>
public sealed record KillScene(IReadOnlyList<(string Name, KillCount Count)> Accounts, IReadOnlyList<string> Latched)
{
    public static KillScene Of(DeskSnapshot desk) => new(
        [.. desk.Accounts.Select(account => (account.Name, KillCount.Of(account)))], [.. desk.Kills.Select(kill => kill.Account)]);

    public bool IsAs(KillScene other) => Accounts.SequenceEqual(other.Accounts) && Latched.SequenceEqual(other.Latched);

    /// <summary>Of one account, or of all where the name is empty.</summary>
    public KillCount CountOf(string account) => Accounts.Where(one => account.Length == 0 || one.Name == account)
        .Aggregate(new KillCount(0, 0, 0, 0), (sum, one) => sum + one.Count);

    public bool IsLatched(string account) => Latched.Contains(account);
}
