using System.Globalization;
using TradingDesk.Cli.CommandLine;
using TradingDesk.Cli.Reports;
using TradingDesk.Cli.Stores;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Engine.Storage.Sqlite.Journal;

namespace TradingDesk.Cli.Verbs;

/// <summary>Prints the life of an order, or the newest rows, as the journal proves them.</summary>
internal sealed class JournalVerb(Func<SettingSources> sources) : IVerb
{
    private const int LastMost = 100_000;

    public VerbDescription Description { get; } = new("journal", "Prints an order's life, or the newest rows of the journal.",
    [
        new("--order", "ID", "an order such as 12.1, or all orders of an intent such as 12"),
        new("--last", "N", "the newest rows instead") { Default = "20" },
        new("--world", "market|simulated", "which market's, where both have one"),
        new("--data", "DIR", DeskFiles.DataMeaning),
        VerbOption.Json,
    ])
    {
        Remarks = """
            Times are India's. Behind each step stands the time since the step before.

            Rows are printed only when the chain proves them; `tradingdesk verify` checks the whole journal. Rows that a disk in trouble
            has only let into the emergency file follow at the desk's next start, or as soon as the journal works again.

            Behind an order's steps stand the price it was judged by, the minute and the second of that moment as the candle store has
            them, and what its trades cost; [?] marks a rate that is not confirmed.

            A desk may run meanwhile.
            """,
    };

    public int Run(Arguments arguments, Terminal terminal, CancellationToken cancelled)
    {
        if (arguments.Has("--order") && arguments.Has("--last"))
            return terminal.Fail(ExitCodes.BadInput, "journal: --order and --last do not go together.");
        var id = OrderId.None;
        if (arguments.Has("--order") && !OrderId.TryParse(arguments["--order"], out id))
            return terminal.Fail(ExitCodes.BadInput, $"--order {Echo.Of(arguments["--order"])} is no order; write one such as 12.1 or 12.");
        if (!int.TryParse(arguments["--last"], NumberStyles.None, CultureInfo.InvariantCulture, out var last) || last is < 1 or > LastMost)
        {
            return terminal.Fail(ExitCodes.BadInput, string.Create(CultureInfo.InvariantCulture,
                $"--last {Echo.Of(arguments["--last"])} cannot be; write a number from 1 to {LastMost}."));
        }

        if (FindDesk(arguments, out var refusal) is not { } desk) return terminal.Fail(ExitCodes.BadInput, refusal);
        var path = desk.JournalFile;
        using var candles = File.Exists(desk.CandleFile) ? new CandleReader(CandleStore.ToRead(desk.CandleFile, desk.World)) : null;
        try
        {
            var isWhole = !arguments["--order"].Contains('.', StringComparison.Ordinal);
            var report = JournalReport.Read(new JournalReader(path), candles, id, isWhole, last);
            if (report.Steps.Count == 0)
            {
                return terminal.Fail(ExitCodes.BadInput,
                    id.IsNone ? $"{path} holds no rows yet." : $"The journal knows no order {arguments["--order"]}.");
            }

            return arguments.Has("--json") ? terminal.Say(report.Readable) : terminal.Say(report.ToText());
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault)
        {
            return terminal.Fail(ExitCodes.Wrong, fault.IsRefusal ? fault.Reason : $"The journal {path} cannot be read: {fault.Reason}.");
        }
    }

    /// <summary>The one desk of those meant that has a journal.</summary>
    private DeskSettings? FindDesk(Arguments arguments, out string refusal)
    {
        var isNamed = arguments.Has("--world");
        if (isNamed && DeskFiles.RefuseWorld([arguments["--world"]]) is { Length: > 0 } noWorld)
        {
            refusal = noWorld;
            return null;
        }

        if (DeskFiles.TryReadAll(sources(), arguments["--data"], out refusal) is not { } worlds) return null;
        var wanted = worlds.Where(settings => !isNamed || DeskFiles.WorldOf(settings) == arguments["--world"]).ToList();
        var found = wanted.Where(settings => File.Exists(settings.JournalFile)).ToList();
        if (found.Count == 1) return found[0];
        refusal = found.Count > 1
            ? "Both markets have a journal: say which with --world."
            : $"{string.Join(" and ", wanted.Select(settings => settings.JournalFile))} not there: no desk has kept a journal yet.";
        return null;
    }
}
