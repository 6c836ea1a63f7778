using System.Globalization;
using System.Text;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Cli.Importing;

/// <summary>Rows as a vendor ships them, made for tests: labelled by their end, with a row before the session and two after it.</summary>
internal static class VendorText
{
    public const string Name = "NIFTY-2022-09.txt";

    /// <summary>The minutes of some September days of 2022 without some that a vendor lost.</summary>
    public static string Of(string symbol, IEnumerable<int> days, int lostEvery = 97)
    {
        var text = new StringBuilder();
        foreach (var day in days)
        {
            Row(text, symbol, day, (9 * 60) + 8, 17_500_00);
            for (var minute = 1; minute <= 375; minute++)
            {
                if (minute % lostEvery != 0) Row(text, symbol, day, (9 * 60) + 15 + minute, 17_500_00 + (day * 100) + (minute * 5));
            }

            Row(text, symbol, day, (15 * 60) + 31, 17_600_00);
            Row(text, symbol, day, (15 * 60) + 33, 17_600_05);
        }

        return text.ToString();
    }

    /// <summary>The text in a file of a test's folder.</summary>
    public static string Write(TempFolder folder, string text, string name = Name)
    {
        var path = folder.File(name);
        File.WriteAllText(path, text);
        return path;
    }

    private static void Row(StringBuilder text, string symbol, int day, int minute, int paise)
    {
        string Rupees(int value) => string.Create(CultureInfo.InvariantCulture, $"{value / 100}.{value % 100:00}");
        text.Append(CultureInfo.InvariantCulture, $"{symbol},202209{day:00},{minute / 60:00}:{minute % 60:00},{Rupees(paise)},");
        text.Append(CultureInfo.InvariantCulture, $"{Rupees(paise + 125)},{Rupees(paise - 75)},{Rupees(paise + 35)},0,0\n");
    }
}
