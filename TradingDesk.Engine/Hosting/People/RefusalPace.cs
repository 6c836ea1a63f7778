using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Hosting.People;

/// <summary>How many refusals of one person the audit takes in a minute: a program could fill the disk with them.</summary>
internal sealed class RefusalPace
{
    private const int MinuteMost = 30;
    private const long MinuteSeconds = 60;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (Instant Since, int Count)> _noted = new(StringComparer.Ordinal);

    /// <summary>Names are those of people and of nobody: there are never many.</summary>
    public bool MayBeNoted(string name, Instant now)
    {
        lock (_lock)
        {
            var (since, count) = _noted.GetValueOrDefault(name);
            if (now >= since.PlusSeconds(MinuteSeconds)) (since, count) = (now, 0);
            _noted[name] = (since, count + 1);
            return count < MinuteMost;
        }
    }
}
