namespace TradingDesk.Cli.CommandLine;

/// <summary>Finds the word that a mistyped one probably meant.</summary>
internal static class NearWords
{
    /// <summary>`; near: a, b` with the known words at most a third of their letters away, otherwise all of them.</summary>
    public static string Hint(string typed, IEnumerable<string> known)
    {
        var all = known.ToArray();
        var near = all
            .Select(word => (word, distance: Distance(typed, word)))
            .Where(pair => pair.distance <= Math.Max(1, pair.word.Length / 3) || IsBeginning(typed, pair.word))
            .OrderBy(pair => pair.distance)
            .Select(pair => pair.word)
            .ToArray();
        return near.Length > 0 ? $"; near: {string.Join(", ", near)}" : $"; there are {string.Join(", ", all)}";
    }

    private static bool IsBeginning(string typed, string word) =>
        typed.Trim('-').Length > 1 && word.StartsWith(typed, StringComparison.OrdinalIgnoreCase);

    /// <summary>Letters to insert, drop or replace until one text is the other.</summary>
    private static int Distance(string typed, string word)
    {
        var row = Enumerable.Range(0, word.Length + 1).ToArray();
        foreach (var letter in typed.ToLowerInvariant())
        {
            var diagonal = row[0]++;
            for (var i = 1; i <= word.Length; i++)
            {
                var replaced = diagonal + (letter == word[i - 1] ? 0 : 1);
                diagonal = row[i];
                row[i] = Math.Min(replaced, Math.Min(row[i], row[i - 1]) + 1);
            }
        }

        return row[^1];
    }
}
