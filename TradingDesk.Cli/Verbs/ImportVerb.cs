using System.Globalization;
using TradingDesk.Cli.CommandLine;
using TradingDesk.Cli.Files;
using TradingDesk.Cli.Importing;
using TradingDesk.Cli.Stores;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Verbs;

/// <summary>Takes files of candles or ticks into a desk's store, each as a numbered revision.</summary>
internal sealed class ImportVerb(Func<SettingSources> sources, TimeProvider time) : IVerb
{
    private const int FilesMost = 1_000;

    public VerbDescription Description { get; } = new("import", "Takes candles or ticks from files into the desk's store.",
    [
        new("--instrument", "NAME", "whose candles they are, such as NSE:NIFTY; a vendor's rows name it themselves"),
        new("--label", "end|start", "what a row's time says of its candle; without it start in the desk's own form, end in a vendor's"),
        new("--world", "market|simulated", "of ticks: which market's they are; a file of ticks does not say it"),
        new("--timeframe", "1|60", "the candles' seconds; without it told from the rows"),
        new("--replace", "", "replaces candles that the desk built from ticks too; their old values are kept"),
        new("--force", "", "imports candles whose times contradict --label or India's time"),
        new("--data", "DIR", DeskFiles.DataMeaning),
        VerbOption.Json,
    ])
    {
        Word = "candles|ticks FILE...",
        WordsMost = FilesMost,
        Remarks = """
            Reads the desk's own candles (time,open,high,low,close,volume as `candles` and `export` write them) and vendors' rows without a
            header: symbol,yyyymmdd,HH:MM,open,high,low,close,volume. The form is told from the first row. Seconds and minutes only.

            A row outside its instrument's session by the calendar is skipped and counted with its reason. A row that cannot be a candle is
            named with its line, left out, and the exit code is 1. The same file twice is imported once. Candles that an earlier import
            entered are replaced when a later file says otherwise; those that the desk built from ticks only with --replace.

            Candles go to the real market's store (market/candles.db), never to the simulated one. Ticks, as `simulate` writes them, become
            seconds and minutes as the desk builds them, in the store of the market that --world names: simulated and real never mix.
            A desk may run: its charts show them at once, its indicators take them in at the next start.
            """,
    };

    public int Run(Arguments arguments, Terminal terminal, CancellationToken cancelled)
    {
        if (arguments.Word is not ("candles" or "ticks") || arguments.Words.Count < 2)
            return terminal.Fail(ExitCodes.BadInput, "import needs what and which files: import candles FILE..., or import ticks FILE...");
        if (arguments.Word == "ticks") return new TickImport(sources(), arguments, Instant.From(time.GetUtcNow())).Run(terminal, cancelled);
        if (arguments.Has("--world") && arguments["--world"] != "market")
            return terminal.Fail(ExitCodes.BadInput, "Candles of files are of the real market: --world is for ticks.");
        if (arguments.Has("--label") && arguments["--label"] is not ("end" or "start"))
            return terminal.Fail(ExitCodes.BadInput, $"--label {Echo.Of(arguments["--label"])} cannot be; write end or start.");
        if (DeskFiles.TryRead(sources(), arguments["--data"], "market", out var refusal) is not { } files)
            return terminal.Fail(ExitCodes.BadInput, refusal);
        var now = Instant.From(time.GetUtcNow());
        var import = new CandleImport(files, arguments, now);
        if (import.Problem.Length > 0) return terminal.Fail(ExitCodes.BadInput, import.Problem);
        var done = new List<ImportedFile>();
        foreach (var path in arguments.Words.Skip(1))
        {
            var problem = InputFile.Refusal(path);
            var imported = problem.Length > 0 ? null : import.TryTake(path, cancelled, out problem);
            if (imported is null)
            {
                Tell(arguments, terminal, files, done);
                return terminal.Fail(ExitCodes.BadInput, problem);
            }

            done.Add(imported);
            if (!arguments.Has("--json")) terminal.Say(imported.ToText());
        }

        return Tell(arguments, terminal, files, done);
    }

    private static int Tell(Arguments arguments, Terminal terminal, DeskFiles files, List<ImportedFile> done)
    {
        if (arguments.Has("--json")) terminal.Say(new { store = files.Settings.CandleFile, files = done.Select(file => file.Readable) });
        else if (done.Exists(file => file.Outcome.Number is not null))
        {
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"Entered into {files.Settings.CandleFile}. ")
                + "A desk that runs takes them into its indicators at its next start.");
        }

        return done.Exists(file => file.Bad.Count > 0) ? ExitCodes.Wrong : ExitCodes.Good;
    }
}
