using System.Collections.Immutable;
using TradingDesk.Engine.Storage.Sqlite.People;

namespace TradingDesk.Engine.Hosting.People;

/// <summary>Everybody and every session at one moment; exchanged as a whole when a change is on the disk.</summary>
internal sealed record PeopleState(ImmutableSortedDictionary<int, StoredPerson> Persons, ImmutableDictionary<long, StoredSession> Sessions)
{
    public static PeopleState Of(PeopleRows rows) => new(
        rows.Persons.ToImmutableSortedDictionary(one => one.Person.Id, one => one),
        rows.Sessions.ToImmutableDictionary(one => one.Number));

    public StoredPerson? Find(string name) => Persons.Values.FirstOrDefault(one => one.Person.Name == name);

    public PeopleState With(PeopleChange change) => new(
        Persons.SetItems(change.Persons.Select(one => KeyValuePair.Create(one.Person.Id, one))),
        Sessions.SetItems(change.Sessions.Select(one => KeyValuePair.Create(one.Number, one))).RemoveRange(change.Ended));
}
