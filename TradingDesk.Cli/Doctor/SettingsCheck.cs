using System.Globalization;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Calendars;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Doctor;

/// <summary>Looks at the configuration: every setting, where it came from, and what is wrong.</summary>
internal static class SettingsCheck
{
    private const string Area = "configuration";

    /// <summary>The findings, and the settings when they can be read.</summary>
    public static IEnumerable<Finding> Of(SettingSources sources, Instant now, out DeskSettings? settings)
    {
        var findings = new List<Finding>();
        var read = new SettingReader(sources);
        foreach (var definition in SettingNames.All)
        {
            var value = read[definition.Name];
            var shown = value.Length == 0 ? "(empty)" : value;
            findings.Add(Finding.Good(Area, definition.Name, $"{shown}  ({read.SourceOf(definition.Name)})"));
        }

        if (DeskSettings.TryRead(sources, out settings, out var errors)) findings.AddRange(OfPlan(settings!, now));
        foreach (var error in errors) Spoil(findings, error.Name, error.Sentence);
        return findings;
    }

    /// <summary>What only the instruments and indicators can judge.</summary>
    private static IEnumerable<Finding> OfPlan(DeskSettings settings, Instant now)
    {
        try
        {
            if (CalendarBook.TryRead(settings.DataFolder, out var refusal) is not { } book)
                return [Finding.Wrong(Area, "calendar", refusal)];
            var plan = DeskPlans.Of(settings, book, now);
            var built = $"{plan.Instruments.Count} instruments, timeframes {string.Join(',', plan.Timeframes)}";
            return [CalendarOf(book, now), Finding.Good(Area, "plan", built)];
        }
        catch (DeskRefusedException refused)
        {
            return refused.Message.Split(Environment.NewLine).Select(sentence => Finding.Wrong(Area, "plan", sentence));
        }
    }

    /// <summary>How far the exchanges' calendar reaches; a desk that will soon be without one is told in time.</summary>
    private static Finding CalendarOf(CalendarBook book, Instant now)
    {
        var ends = book.Exchange.KnownThrough(TradingHours.NseStocks)!.Value;
        var days = ends.DayNumber - now.IndiaDate.DayNumber;
        var sentence = string.Create(
            CultureInfo.InvariantCulture, $"NSE and BSE are known through {ends:d MMM yyyy}, {book.Added.Count} entries added here");
        return days >= 7
            ? Finding.Good(Area, "calendar", sentence)
            : Finding.Warning(Area, "calendar", $"{sentence}: add the days that follow");
    }

    /// <summary>Puts the error in the place of its setting.</summary>
    private static void Spoil(List<Finding> findings, string name, string sentence)
    {
        var place = findings.FindIndex(finding => finding.Name == name && finding.Verdict == Verdict.Good);
        var wrong = Finding.Wrong(Area, name, sentence);
        if (place < 0) findings.Add(wrong);
        else findings[place] = wrong;
    }
}
