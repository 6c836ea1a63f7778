using System.Globalization;
using TradingDesk.Cli.CommandLine;
using TradingDesk.Cli.Verbs;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Settings;

namespace TradingDesk.Cli;

/// <summary>The program behind `tradingdesk`: finds the verb, reads its arguments, runs it, turns every failure into a sentence.</summary>
internal static class DeskCommandLine
{
    private static readonly IVerb[] _verbs =
    [
        new ImportVerb(() => SettingSources.OfProcess([]), TimeProvider.System),
        new ExportVerb(() => SettingSources.OfProcess([]), TimeProvider.System),
        new DataVerb(() => SettingSources.OfProcess([]), TimeProvider.System),
        new BackupVerb(() => SettingSources.OfProcess([]), TimeProvider.System),
        new RestoreVerb(() => SettingSources.OfProcess([]), TimeProvider.System),
        new SimulateVerb(),
        new CandlesVerb(),
        new IndicatorsVerb(),
        new VerifyVerb(),
        new JournalVerb(() => SettingSources.OfProcess([])),
        new AccountVerb(() => SettingSources.OfProcess([])),
        new RiskVerb(() => SettingSources.OfProcess([])),
        new RunVerb(() => SettingSources.OfProcess([])),
        new AlertVerb(() => SettingSources.OfProcess([])),
        new KillVerb(() => SettingSources.OfProcess([]), TimeProvider.System),
        new RearmVerb(() => SettingSources.OfProcess([])),
        new PeopleVerb(() => SettingSources.OfProcess([])),
        new CalendarVerb(() => SettingSources.OfProcess([]), TimeProvider.System),
        new ChargesVerb(),
        new DoctorVerb(() => SettingSources.OfProcess([]), TimeProvider.System),
    ];

    public static int Run(IReadOnlyList<string> words, Terminal terminal, CancellationToken cancelled)
    {
        try
        {
            return Obey(words, terminal, cancelled);
        }
        catch (OperationCanceledException)
        {
            return terminal.Fail(ExitCodes.Cancelled, "Stopped; nothing was written.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return terminal.Fail(ExitCodes.Wrong, failure.Message);
        }
    }

    private static int Obey(IReadOnlyList<string> words, Terminal terminal, CancellationToken cancelled)
    {
        if (words.Count == 0 || words[0] == "help" || Usage.IsHelp(words[0])) return terminal.Say(Usage.Of(_verbs));
        var verb = Array.Find(_verbs, verb => verb.Description.Name == words[0]);
        if (verb is null)
        {
            var near = NearWords.Hint(words[0], _verbs.Select(known => known.Description.Name));
            return terminal.Fail(ExitCodes.BadInput, string.Create(CultureInfo.InvariantCulture, $"{Echo.Of(words[0])} is no verb{near}."));
        }

        if (words.Skip(1).Any(Usage.IsHelp)) return terminal.Say(Usage.Of(verb.Description));
        var arguments = Arguments.Parse(verb.Description, words.Skip(1));
        return arguments.Problem.Length > 0
            ? terminal.Fail(ExitCodes.BadInput, arguments.Problem)
            : verb.Run(arguments, terminal, cancelled);
    }
}
