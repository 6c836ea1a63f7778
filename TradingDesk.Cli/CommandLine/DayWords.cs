using System.Globalization;

namespace TradingDesk.Cli.CommandLine;

/// <summary>Reads days of options, such as 2022-09-01.</summary>
internal static class DayWords
{
    /// <summary>The option's day, or the other one when it was left out; a sentence when there is none.</summary>
    public static string TryRead(Arguments arguments, string option, DateOnly? otherwise, out DateOnly day)
    {
        day = otherwise ?? default;
        if (!arguments.Has(option)) return otherwise is null ? $"{option} is needed: a day such as 2022-09-01." : "";
        return DateOnly.TryParseExact(arguments[option], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
            ? "" : $"{option} {Echo.Of(arguments[option])} cannot be; a day such as 2022-09-01 is needed.";
    }
}
