using System.Globalization;
using TradingDesk.Engine.Line;

namespace TradingDesk.Engine.Storage.Tape;

/// <summary>The names of a folder's tapes: `2026-01-05.tape`, then `2026-01-05.2.tape` for what could not go on in the first.</summary>
internal static class TapeNames
{
    public const string Extension = ".tape";

    public static string Of(string day, int part) =>
        part == 1 ? day + Extension : string.Create(CultureInfo.InvariantCulture, $"{day}.{part}{Extension}");

    /// <summary>The files in the order they were written: by day, then by part as a number.</summary>
    public static IEnumerable<string> InOrder(string folder) =>
        Directory.EnumerateFiles(folder, "*" + Extension).OrderBy(DayOf, StringComparer.Ordinal).ThenBy(PartOf);

    /// <summary>The number of the day's last part; 1 when it has none yet.</summary>
    public static int NewestPart(string folder, string day) =>
        InOrder(folder).Where(path => DayOf(path) == day).Select(PartOf).LastOrDefault(1);

    public static string DayOf(string path) => Path.GetFileName(path).Split('.')[0];

    private static int PartOf(string path)
    {
        var parts = Path.GetFileName(path).Split('.');
        return parts.Length == 3 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
    }
}
