using System.Globalization;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Runs;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Journal;
using TradingDesk.Engine.Strategies.Catalogue;

namespace TradingDesk.Engine.Hosting.Trading;

/// <summary>
/// A run that held the engine up, from one process to the next: its number stands in a line beside the journal, for the engine could not
/// say it any more, and the next start benches it in the journal before anything else.
/// </summary>
internal static class HeldRun
{
    private const string Why = "It did not come back within 250 ms.";

    /// <summary>Written before the process leaves.</summary>
    public static void Note(string journalFile, RunId run) =>
        File.WriteAllText(PathOf(journalFile), run.Number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Benches what the last process named. An empty sentence means done or nothing to do.</summary>
    public static string Bench(DeskSettings settings, Instant now)
    {
        var path = PathOf(settings.JournalFile);
        if (!File.Exists(path)) return "";
        try
        {
            var isRead = short.TryParse(File.ReadAllText(path), NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            var run = isRead && File.Exists(settings.JournalFile) ? Find(settings.JournalFile, new RunId(number)) : null;
            var refusal = run is null ? "" : TryBench(settings, run, now);
            if (refusal.Length == 0) File.Delete(path);
            return refusal;
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault)
        {
            return $"The run named in {path} cannot be benched: {fault.Reason}.";
        }
    }

    private static string PathOf(string journalFile) => $"{journalFile}.held";

    private static Run? Find(string journalFile, RunId id)
    {
        var reader = new JournalReader(journalFile);
        var instruments = new InstrumentTable(reader.Instruments());
        var book = new RunBook(instruments, StrategyCatalog.All);
        foreach (var record in reader.ReadAll(instruments).SelectMany(page => page.Records))
        {
            if (record.Fact.Kind is >= FactKind.RunDeclared and <= FactKind.SignalRaised) book.Apply(record.Fact, record.Command);
        }

        return book.Find(id);
    }

    private static string TryBench(DeskSettings settings, Run run, Instant now)
    {
        if (!JournalFile.TryOpen(settings.JournalFile, settings.World, out var file, out var refusal)) return refusal;
        var moved = new RunEvent { Account = run.Account, Run = run.Id, State = RunState.Benched, Version = run.Version, Way = run.Way };
        var fact = new DeskFact { Kind = FactKind.RunMoved, Refusal = RefusalCode.StrategyHeldDesk, At = now, Run = moved };
        var submitted = new SubmittedCommand(0, "desk", "", "", new BenchRun(run.Id, Why));
        return file!.TryBegin(now, DeskModes.BuildName, out refusal) && file.TryAppend(fact, submitted, out refusal) ? "" : refusal;
    }
}
