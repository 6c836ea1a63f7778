using System.Globalization;
using TradingDesk.Cli.Candles;
using TradingDesk.Cli.CommandLine;
using TradingDesk.Cli.Files;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Verbs;

/// <summary>Makes candles of a file of ticks, by the same engine that makes them live.</summary>
internal sealed class CandlesVerb : IVerb
{
    public VerbDescription Description { get; } = new("candles", "Makes candles of a file of ticks.",
    [
        new("--in", "FILE", "ticks: time_ms,exchange,token,price,quantity,day_volume") { IsRequired = true },
        new("--tf", "LIST", $"timeframes besides the second, separated by commas: {Timeframe.Allowed}") { IsRequired = true },
        new("--out", "DIR", "the folder for the candles, made when it is not there") { IsRequired = true },
        new("--calendar", "NAME", "the sessions: exchange (weekdays 09:15 to 15:30 IST) or always-open") { Default = "exchange" },
        VerbOption.Json,
    ])
    {
        Remarks = """
            Writes EXCHANGE-TOKEN-TF.csv for the second and each timeframe, such as 1-2885-60.csv, 1-2885-1.csv and 1-2885-day.csv:
            time,open,high,low,close,volume,ticks. time is the candle's start in whole seconds since 1970 UTC. Files of the same name
            are replaced.

            The clock is the newest tick. A tick whose second is over (out of order), one equal to the instrument's tick before it
            (duplicate), one without a positive price and one outside the session are left out and counted. An empty day_volume means
            that the feed has none; quantities are added up instead. Otherwise an instrument's first tick sets the base of its volume
            and adds none, except in the first second of a session.

            When the file ends its last second counts as over. Candles that are still forming then are written too, as far as they got,
            and their number is told.

            A row that cannot be understood ends the run with its line and column, and nothing is written.
            """,
    };

    public int Run(Arguments arguments, Terminal terminal, CancellationToken cancelled)
    {
        var (input, output) = (arguments["--in"], arguments["--out"]);
        if (InputFile.Refusal(input) is { Length: > 0 } missing) return terminal.Fail(ExitCodes.BadInput, missing);
        if (File.Exists(output)) return terminal.Fail(ExitCodes.BadInput, $"{output} is a file; a folder is needed.");
        if (TradingCalendar.Find(arguments["--calendar"]) is not { } calendar)
            return terminal.Fail(ExitCodes.BadInput, CalendarRefusal(arguments["--calendar"]));
        if (ReadTimeframes(arguments["--tf"], calendar, out var timeframes) is { Length: > 0 } bad)
            return terminal.Fail(ExitCodes.BadInput, bad);
        using var progress = new ProgressBar(terminal, "candles");
        var scan = TickScan.Of(input, (done, total) => progress.Show(done, 2 * total), cancelled);
        if (scan.Fault is not null)
        {
            progress.Dispose();
            return terminal.Fail(ExitCodes.BadInput, scan.Fault.ToString());
        }

        using var folder = new UnfinishedFolder(output);
        var summary = Write(input, folder.Path, calendar, timeframes, scan, progress, cancelled);
        folder.TakePlace();
        progress.Dispose();
        return arguments.Has("--json") ? terminal.Say((object)summary) : terminal.Say(summary.ToText(output));
    }

    internal static string CalendarRefusal(string name) => $"--calendar {Echo.Of(name)} is not known; write exchange or always-open.";

    private static CandleSummary Write(
        string input, string folder, TradingCalendar calendar, List<Timeframe> timeframes, TickScan scan, ProgressBar progress,
        CancellationToken cancelled)
    {
        var files = new CandleFiles(folder, scan.Instruments, timeframes);
        var replay = new TickReplay(calendar, scan, timeframes, (id, candle, isCut) => files.Write(id, candle, isCut));
        using var ticks = new TickFile(input);
        var newest = scan.First;
        while (ticks.Next(out var row))
        {
            replay.Take(row);
            if (row.Time > newest) newest = row.Time;
            if ((ticks.Rows & 0x3FFF) != 0) continue;
            cancelled.ThrowIfCancellationRequested();
            progress.Show(ticks.Length + ticks.Position, 2 * ticks.Length);
        }

        if (ticks.Fault is not null) throw new IOException($"{input} changed while it was read.");
        if (ticks.Rows > 0) replay.End();
        files.Flush();
        return CandleSummary.Of(ticks.Rows, scan, replay, newest, files);
    }

    /// <summary>Reads the list, the second always in it; a sentence names the entries that cannot be.</summary>
    private static string ReadTimeframes(string text, TradingCalendar calendar, out List<Timeframe> timeframes)
    {
        timeframes = [Timeframe.Second];
        var longest = calendar.SessionSecondsMost(new TradingHours(Exchange.Nse, MarketPart.Futures));
        var bad = new List<string>();
        foreach (var entry in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!Timeframe.TryParse(entry, out var timeframe)) bad.Add(Echo.Of(entry));
            else if (!timeframe.IsDay && timeframe.Seconds > longest) bad.Add($"{Echo.Of(entry)} (longer than a session)");
            else if (!timeframes.Contains(timeframe)) timeframes.Add(timeframe);
        }

        if (bad.Count > 0) return $"--tf: {string.Join(", ", bad)} cannot be; allowed are {Timeframe.Allowed}.";
        var most = Limits.TimeframesMost;
        return timeframes.Count - 1 <= most ? "" : string.Create(CultureInfo.InvariantCulture, $"--tf: at most {most} timeframes at once.");
    }
}
