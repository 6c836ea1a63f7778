using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Settings;
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
            var plan = DeskPlans.Simulated(settings, now);
            return [Finding.Good(Area, "plan", $"{plan.Instruments.Count} instruments, timeframes {string.Join(',', plan.Timeframes)}")];
        }
        catch (DeskRefusedException refused)
        {
            return refused.Message.Split(Environment.NewLine).Select(sentence => Finding.Wrong(Area, "plan", sentence));
        }
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
