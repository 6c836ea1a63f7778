using TradingDesk.Engine.People;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Hosting.People;

/// <summary>
/// Failures counted by something that is no person: an address, or a name nobody has. Bounded; the oldest lock is forgotten first.
/// </summary>
internal sealed class Attempts(int most)
{
    private const int KeysMost = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, SignInThrottle> _failed = new(StringComparer.Ordinal);

    public SignInThrottle Of(string key)
    {
        lock (_lock) return _failed.GetValueOrDefault(key);
    }

    public SignInThrottle Fail(string key, Instant now)
    {
        lock (_lock)
        {
            if (_failed.Count >= KeysMost && !_failed.ContainsKey(key)) _failed.Remove(_failed.MinBy(one => one.Value.Until).Key);
            return _failed[key] = _failed.GetValueOrDefault(key).Fail(now, most);
        }
    }

    public void ForgetAll()
    {
        lock (_lock) _failed.Clear();
    }

    public void Forget(string key)
    {
        lock (_lock) _failed.Remove(key);
    }
}
