namespace TradingDesk.Web.Components.Qr;

/// <summary>The eight masks that break up what would mislead a reader, and how misleading a code is as it stands.</summary>
internal static class QrMask
{
    public const int Count = 8;

    private const int RunLeast = 5;
    private const int RunPenalty = 3;
    private const int BlockPenalty = 3;
    private const int FinderPenalty = 40;
    private const int BalancePenalty = 10;

    /// <summary>A finder's 1:1:3:1:1 with four light modules before or behind it.</summary>
    private static readonly string[] _falseFinders = ["00001011101", "10111010000"];

    public static bool Turns(int mask, int x, int y) => mask switch
    {
        0 => (x + y) % 2 == 0,
        1 => y % 2 == 0,
        2 => x % 3 == 0,
        3 => (x + y) % 3 == 0,
        4 => ((x / 3) + (y / 2)) % 2 == 0,
        5 => (x * y % 2) + (x * y % 3) == 0,
        6 => ((x * y % 2) + (x * y % 3)) % 2 == 0,
        _ => (((x + y) % 2) + (x * y % 3)) % 2 == 0,
    };

    /// <summary>Lower is better: long runs, blocks of one shade, false finders, too much of one shade, as the standard counts.</summary>
    public static int PenaltyOf(QrGrid grid)
    {
        var lines = LinesOf(grid);
        return lines.Sum(line => RunsOf(line) + FalseFindersOf(line)) + BlocksOf(grid) + BalanceOf(lines.Take(grid.Size));
    }

    /// <summary>Every row, then every column, 1 for dark.</summary>
    private static List<string> LinesOf(QrGrid grid)
    {
        var all = Enumerable.Range(0, grid.Size).ToArray();
        return
        [
            .. all.Select(y => string.Concat(all.Select(x => grid.IsDark(x, y) ? '1' : '0'))),
            .. all.Select(x => string.Concat(all.Select(y => grid.IsDark(x, y) ? '1' : '0'))),
        ];
    }

    internal static int RunsOf(string line)
    {
        var (penalty, run) = (0, 0);
        for (var i = 0; i < line.Length; i++)
        {
            run = i > 0 && line[i] == line[i - 1] ? run + 1 : 1;
            penalty += run == RunLeast ? RunPenalty : run > RunLeast ? 1 : 0;
        }

        return penalty;
    }

    internal static int FalseFindersOf(string line) =>
        FinderPenalty * Enumerable.Range(0, line.Length).Sum(from => _falseFinders.Count(
            finder => string.CompareOrdinal(line, from, finder, 0, finder.Length) == 0));

    private static int BlocksOf(QrGrid grid)
    {
        var count = 0;
        for (var y = 1; y < grid.Size; y++)
        {
            for (var x = 1; x < grid.Size; x++)
            {
                var shade = grid.IsDark(x, y);
                if (grid.IsDark(x - 1, y) == shade && grid.IsDark(x, y - 1) == shade && grid.IsDark(x - 1, y - 1) == shade) count++;
            }
        }

        return BlockPenalty * count;
    }

    /// <summary>Ten for each whole step of five per cent away from half.</summary>
    internal static int BalanceOf(IEnumerable<string> rows)
    {
        var (dark, all) = (0, 0);
        foreach (var row in rows) (dark, all) = (dark + row.Count(sign => sign == '1'), all + row.Length);
        return BalancePenalty * (Math.Abs((dark * 20) - (all * 10)) / all);
    }
}
