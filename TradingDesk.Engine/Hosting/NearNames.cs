namespace TradingDesk.Engine.Hosting;

/// <summary>Finds the setting that a mistyped name probably meant.</summary>
internal static class NearNames
{
    /// <summary>The settings at most a third of their letters away, nearest first.</summary>
    public static IReadOnlyList<string> Of(string name) =>
    [
        .. SettingNames.All
            .Select(definition => (definition.Name, Distance: Distance(name.ToUpperInvariant(), definition.Name)))
            .Where(pair => pair.Distance <= Math.Max(1, pair.Name.Length / 3))
            .OrderBy(pair => pair.Distance)
            .Take(3)
            .Select(pair => pair.Name),
    ];

    /// <summary>Letters to insert, drop or replace until one text is the other.</summary>
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        foreach (var letter in from)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = diagonal + (letter == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
