using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Runs;
using TradingDesk.Engine.Strategies.Catalogue;

namespace TradingDesk.Engine.Hosting.Trading;

/// <summary>
/// Strategy runs of the settings: each is declared once in a desk's life, for its words are its key. Whoever changes the words declares
/// another run; the one before stays as it is.
/// </summary>
internal static class DeclaredRuns
{
    private const string StartWord = " start=yes";

    /// <summary>The declarations of a setting such as `PAPER-1 strategy=scalper instrument=TCS start=yes; ...`.</summary>
    public static IReadOnlyList<DeclaredRun> Read(string setting, InstrumentTable instruments, out IReadOnlyList<string> problems)
    {
        var (runs, wrong) = (new List<DeclaredRun>(), new List<string>());
        problems = wrong;
        var entries = setting.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        for (var place = 0; place < entries.Length; place++)
        {
            var cut = entries[place].IndexOf(' ', StringComparison.Ordinal);
            var (account, words) = cut < 0 ? (entries[place], "") : (entries[place][..cut], $" {entries[place][cut..].Trim()}");
            var starts = words.Contains(StartWord, StringComparison.Ordinal);
            words = words.Replace(StartWord, "", StringComparison.Ordinal).Replace(" start=no", "", StringComparison.Ordinal).Trim();
            if (RunWords.Read(words, instruments, StrategyCatalog.All, out var found) is { } spec)
                runs.Add(new DeclaredRun(account, spec.ToText(), starts));
            wrong.AddRange(found.Select(problem => string.Create(CultureInfo.InvariantCulture, $"run {place + 1}, {problem}")));
        }

        return runs;
    }

    /// <summary>Asks for each; a run that was declared at an earlier start is left as it is.</summary>
    public static async Task SubmitAsync(IReadOnlyList<DeclaredRun> runs, CommandGate gate, ILogger log)
    {
        foreach (var run in runs)
        {
            var key = KeyOf(run);
            var declared = await gate.SubmitAsync(Principal.Settings, run.Account, $"declared:{key}", new DeclareRun(run.Words));
            if (declared is { Accepted: true, IsRepeat: false } && run.Starts)
            {
                var id = new RunId((short)declared.Run);
                declared = await gate.SubmitAsync(Principal.Settings, run.Account, $"started:{key}", new MoveRun(id, RunAction.Start));
            }

            if (!declared.Accepted) HostingLog.RunNotDeclared(log, run.Account, run.Words, declared.Sentence);
        }
    }

    private static string KeyOf(DeclaredRun run) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{run.Account} {run.Words}")))[..32];
}
