using System.Collections.Concurrent;
using TradingDesk.Engine.People;
using TradingDesk.Engine.Storage.Sqlite.People;

namespace TradingDesk.Engine.Hosting.People;

/// <summary>
/// What each person likes their desk to look like: theme, lists, panels. Kept on the desk, so that it is the same in every browser; what
/// cannot be written counts until the desk ends.
/// </summary>
public sealed class Preferences
{
    private readonly PeopleStore _store;
    private readonly ConcurrentDictionary<(int Person, string Name), string> _kept;

    internal Preferences(PeopleStore store) => (_store, _kept) = (store, new(store.ReadPreferences()));

    /// <summary>Empty for what was never chosen.</summary>
    public string Of(int person, string name) => _kept.GetValueOrDefault((person, name), "");

    public PeopleAnswer Keep(int person, string name, string value)
    {
        if (PreferenceRules.Refuse(name, value) is { Length: > 0 } wrong) return PeopleAnswer.Refused("preference-not-allowed", wrong);
        var isNew = !_kept.ContainsKey((person, name));
        if (isNew && _kept.Keys.Count(key => key.Person == person) >= PreferenceRules.EachMost)
            return PeopleAnswer.Refused("too-many", $"At most {PreferenceRules.EachMost} preferences are kept for a person.");
        if (value.Length == 0) _kept.TryRemove((person, name), out _);
        else _kept[(person, name)] = value;
        return _store.TryKeepPreference(person, name, value, out var refusal) ? PeopleAnswer.Done : PeopleAnswer.Refused("store", refusal);
    }
}
