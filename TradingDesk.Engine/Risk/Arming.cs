using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Risk;

/// <summary>
/// Which accounts with real money may take entries, and until when. Only ever in memory: a start, the end of the day, a kill and a change
/// of what the desk watches leave none armed, and no fact brings it back.
/// </summary>
internal sealed class Arming
{
    private readonly Dictionary<AccountId, Instant> _until = [];

    /// <summary>Until that moment, but never into another day in India.</summary>
    public void Arm(AccountId account, Instant clock, int minutes)
    {
        var midnight = Instant.FromIndiaMidnight(clock.IndiaDate.AddDays(1));
        var until = clock.PlusSeconds(60L * minutes);
        _until[account] = until < midnight ? until : midnight;
    }

    public bool IsArmed(AccountId account, Instant clock) => _until.TryGetValue(account, out var until) && clock < until;

    public void Disarm(AccountId account) => _until.Remove(account);

    public void DisarmAll() => _until.Clear();
}
