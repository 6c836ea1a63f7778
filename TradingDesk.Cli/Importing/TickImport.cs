using System.Globalization;
using TradingDesk.Cli.Backups;
using TradingDesk.Cli.Candles;
using TradingDesk.Cli.CommandLine;
using TradingDesk.Cli.Files;
using TradingDesk.Cli.Stores;
using TradingDesk.Engine.Feeds;
using TradingDesk.Engine.Feeds.Simulated;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Engine.Storage.Sqlite.Revisions;

namespace TradingDesk.Cli.Importing;

/// <summary>Takes files of ticks into the store of one market, as the seconds and minutes that the engine builds of them.</summary>
internal sealed class TickImport(SettingSources sources, Arguments arguments, Instant now)
{
    /// <summary>Of so many ticks one may be late: feeds have a few, files that are not in the order of time have many.</summary>
    private const int LatePart = 20;

    private static readonly string[] _ofCandles = ["--force", "--instrument", "--label", "--timeframe"];
    private static readonly Timeframe[] _kept = [Timeframe.Second, Timeframe.Minute];

    public int Run(Terminal terminal, CancellationToken cancelled)
    {
        if (!arguments.Has("--world"))
        {
            return terminal.Fail(ExitCodes.BadInput,
                "A file of ticks does not say which market's they are: write --world simulated, or --world market for real ones.");
        }

        if (DeskFiles.RefuseWorld([arguments["--world"]]) is { Length: > 0 } noWorld) return terminal.Fail(ExitCodes.BadInput, noWorld);
        if (_ofCandles.FirstOrDefault(arguments.Has) is { } needless)
            return terminal.Fail(ExitCodes.BadInput, $"{needless} is for candles; ticks say it themselves.");
        if (DeskFiles.TryRead(sources, arguments["--data"], arguments["--world"], out var refusal) is not { } files)
            return terminal.Fail(ExitCodes.BadInput, refusal);
        var done = new List<ImportedTicks>();
        foreach (var path in arguments.Words.Skip(1))
        {
            refusal = InputFile.Refusal(path);
            if (refusal.Length > 0 || TryTake(path, files, cancelled, out refusal) is not { } imported)
                return terminal.Fail(ExitCodes.BadInput, refusal);
            done.Add(imported);
            if (!arguments.Has("--json")) terminal.Say(imported.ToText());
        }

        if (arguments.Has("--json")) return terminal.Say(new { store = files.Settings.CandleFile, files = done });
        if (done.TrueForAll(file => file.Outcome.Number is null)) return ExitCodes.Good;
        var others = files.Settings.IsSimulated ? " A simulated desk of another seed or calendar drops them for its own." : "";
        return terminal.Say(
            $"Entered into {files.Settings.CandleFile}. A desk that runs takes them into its indicators at its next start.{others}");
    }

    private ImportedTicks? TryTake(string path, DeskFiles files, CancellationToken cancelled, out string refusal)
    {
        refusal = "";
        var known = KnownTo(files);
        var scan = TickScan.Of(path, (_, _) => { }, cancelled, known.Values, now);
        if (scan.Fault is not null) refusal = scan.Fault.ToString();
        else if (scan.Instruments.Count == 0) refusal = $"{Path.GetFileName(path)} holds no ticks.";
        if (refusal.Length > 0) return null;
        var candles = new List<StoredCandle>();
        var (left, cut) = (0L, 0L);
        var replay = new TickReplay(files.Calendar, scan, _kept, (id, candle, isCut) =>
        {
            var instrument = scan.Instruments[id];
            candle.Quality |= CandleQuality.Filled;
            if (isCut || candle.End > now) cut++;
            else if (!known.ContainsKey(instrument.Key)) left++;
            else candles.Add(new StoredCandle(instrument.Segment, instrument.Token, candle));
        });
        var rows = Replay(path, replay, cancelled);
        var faults = replay.Counters.Faults;
        var late = replay.Behind + faults.Late;
        if (late * LatePart > rows)
        {
            refusal = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}: {late:N0} of its {rows:N0} ticks come ")
                + "after their second is over, so its candles would be parts of the truth. Put its rows in the order of their time.";
            return null;
        }

        candles.Sort((one, other) => KeyOf(one).CompareTo(KeyOf(other)));
        if (files.TryOpen(out refusal) is not { } store) return null;
        var by = $"{Environment.UserName}, command line";
        var note = new RevisionNote(now, Path.GetFileName(path), BackupArchive.HashOf(path), "import of ticks", by);
        var rule = arguments.Has("--replace") ? RevisionRule.Replace : RevisionRule.Correct;
        if (!CandleRevisions.TryEnter(store, note, rule, candles, out var outcome, out refusal)) return null;
        return new ImportedTicks(Path.GetFileName(path), rows, scan.Instruments.Count, files.World, outcome)
        {
            Skipped = new SkippedTicks(late, faults.Duplicate, faults.NonPositive, faults.OutsideSession),
            Seconds = candles.Count(candle => candle.Candle.Seconds == 1),
            Minutes = candles.Count(candle => candle.Candle.Seconds != 1),
            BegunBefore = candles.Count(candle => candle.Candle.Quality.HasFlag(CandleQuality.Partial)),
            CutShort = cut,
            OfUnknown = left,
        };
    }

    /// <summary>The instruments of that market's desk by their keys.</summary>
    private Dictionary<string, Instrument> KnownTo(DeskFiles files)
    {
        var listed = ListedInstruments.Read().Instruments;
        var all = files.Settings.IsSimulated
            ? SimulatedInstruments.Make(unchecked((ulong)files.Settings.Seed), listed, files.Calendar, now).All
            : listed;
        return all.ToDictionary(instrument => instrument.Key, StringComparer.Ordinal);
    }

    private static long Replay(string path, TickReplay replay, CancellationToken cancelled)
    {
        using var ticks = new TickFile(path);
        while (ticks.Next(out var row))
        {
            replay.Take(row);
            if ((ticks.Rows & 0x3FFF) == 0) cancelled.ThrowIfCancellationRequested();
        }

        if (ticks.Fault is not null) throw new IOException($"{path} changed while it was read.");
        replay.End();
        return ticks.Rows;
    }

    private static (int, Segment, int, Instant) KeyOf(in StoredCandle stored) =>
        (stored.Candle.Seconds, stored.Segment, stored.Token, stored.Candle.Start);
}
