namespace TradingDesk.Engine.Primitives;

/// <summary>Finds what a mistyped name probably meant.</summary>
internal static class NearNames
{
    /// <summary>The known names at most a third of their letters away, nearest first.</summary>
    public static IReadOnlyList<string> Of(string typed, IEnumerable<string> known, int most = 3) =>
    [
        .. known
            .Select(name => (Name: name, Distance: Distance(typed.ToUpperInvariant(), name.ToUpperInvariant())))
            .Where(pair => IsNear(pair.Distance, pair.Name))
            .OrderBy(pair => pair.Distance)
            .Take(most)
            .Select(pair => pair.Name),
    ];

    public static bool IsNear(int distance, string name) => distance <= Math.Max(1, name.Length / 3);

    /// <summary>
    /// Letters to insert, drop, replace or swap with the neighbour until one text is the other; a mere beginning counts
    /// as one.
    /// </summary>
    public static int Distance(string typed, string name)
    {
        if (typed.Length >= 3 && name.Length > typed.Length && name.StartsWith(typed, StringComparison.Ordinal)) return 1;
        var rows = new int[typed.Length + 1, name.Length + 1];
        for (var i = 0; i <= typed.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= name.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= typed.Length; i++)
        {
            for (var j = 1; j <= name.Length; j++)
            {
                var replaced = rows[i - 1, j - 1] + (typed[i - 1] == name[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(replaced, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && typed[i - 1] == name[j - 2] && typed[i - 2] == name[j - 1])
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
            }
        }

        return rows[typed.Length, name.Length];
    }
}
