using System.Globalization;
using System.Text;
using TradingDesk.Cli.CommandLine;
using TradingDesk.Cli.Doctor;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Verbs;

/// <summary>Looks at everything a desk needs to start well and says what it found.</summary>
internal sealed class DoctorVerb(Func<SettingSources> sources, TimeProvider time) : IVerb
{
    public VerbDescription Description { get; } = new("doctor", "Looks at configuration, folders, clock and versions.", [VerbOption.Json])
    {
        Remarks = """
            Reads the settings as a desk started in this folder would: appsettings.json, .env, the environment. Changes nothing.
            Leaves 1 when something is wrong.
            """,
    };

    public int Run(Arguments arguments, Terminal terminal, CancellationToken cancelled)
    {
        var findings = SettingsCheck.Of(sources(), Instant.From(time.GetUtcNow()), out var settings).ToList();
        if (settings is not null) findings.AddRange(FoldersCheck.Of(settings));
        findings.AddRange(MachineCheck.Of(time));
        var wrong = findings.Count(finding => finding.Verdict == Verdict.Wrong);
        if (arguments.Has("--json")) terminal.Say(new { Good = wrong == 0, Findings = findings.Select(Readable) });
        else terminal.Say(ToText(findings, wrong));
        return wrong == 0 ? ExitCodes.Good : ExitCodes.Wrong;
    }

    private static object Readable(Finding finding) =>
        new { finding.Area, finding.Name, Verdict = WordOf(finding.Verdict), finding.Text };

    private static string ToText(List<Finding> findings, int wrong)
    {
        var text = new StringBuilder();
        var area = "";
        foreach (var finding in findings)
        {
            if (finding.Area != area) text.Append(area.Length > 0 ? "\n" : "").Append(area = finding.Area).Append('\n');
            text.Append(CultureInfo.InvariantCulture, $"  {WordOf(finding.Verdict),-8}{finding.Name,-20}  {finding.Text}\n");
        }

        text.Append(wrong == 0 ? "\nNothing is wrong.\n" : string.Create(CultureInfo.InvariantCulture, $"\n{wrong} wrong.\n"));
        return text.ToString();
    }

    private static string WordOf(Verdict verdict) => verdict switch
    {
        Verdict.Good => "good",
        Verdict.Warning => "warning",
        Verdict.Wrong => "WRONG",
    };
}
