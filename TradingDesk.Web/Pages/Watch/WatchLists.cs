using System.Collections.Immutable;

namespace TradingDesk.Web.Pages.Watch;

/// <summary>A person's numbered lists of instruments, each in the order they gave it.</summary>
/// <param name="Lists">Keys of instruments, such as `1:2885`, list by list.</param>
public sealed record WatchLists(ImmutableArray<ImmutableArray<string>> Lists)
{
    public const int ListsMost = 7;
    public const int EachMost = 50;

    private const char BetweenLists = ';';
    private const char BetweenKeys = ',';

    public static WatchLists None { get; } = new([]);

    /// <summary>Reads what was kept; what is too much of it is left out.</summary>
    public static WatchLists Parse(string text)
    {
        if (text.Length == 0) return None;
        var lists = text.Split(BetweenLists).Take(ListsMost).Select(list => list
            .Split(BetweenKeys, StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Take(EachMost).ToImmutableArray());
        return new WatchLists([.. lists]);
    }

    /// <summary>One line; a single empty list is a separator, for no text is no list.</summary>
    public string ToText()
    {
        var text = string.Join(BetweenLists, Lists.Select(list => string.Join(BetweenKeys, list)));
        return text.Length == 0 && Lists.Length > 0 ? BetweenKeys.ToString() : text;
    }

    public bool HasRoom => Lists.Length < ListsMost;

    public WatchLists AddList() => HasRoom ? new WatchLists(Lists.Add([])) : this;

    public WatchLists RemoveList(int list) => new(Lists.RemoveAt(list));

    /// <summary>Adds at the end; a full list and one that has it stay as they are.</summary>
    public WatchLists Add(int list, string key) =>
        Lists[list].Contains(key) || Lists[list].Length >= EachMost ? this : With(list, Lists[list].Add(key));

    public WatchLists Remove(int list, string key) => With(list, Lists[list].Remove(key));

    /// <summary>Puts it by so many places up (less than zero) or down, as far as the list goes.</summary>
    public WatchLists Move(int list, string key, int by)
    {
        var at = Lists[list].IndexOf(key);
        var to = Math.Clamp(at + by, 0, Lists[list].Length - 1);
        return at < 0 || at == to ? this : With(list, Lists[list].RemoveAt(at).Insert(to, key));
    }

    private WatchLists With(int list, ImmutableArray<string> keys) => new(Lists.SetItem(list, keys));
}
