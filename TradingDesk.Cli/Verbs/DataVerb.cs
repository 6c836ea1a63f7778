using System.Globalization;
using TradingDesk.Cli.CommandLine;
using TradingDesk.Cli.Reports;
using TradingDesk.Cli.Stores;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Reading;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Engine.Market.Quality;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Engine.Storage.Sqlite.Revisions;

namespace TradingDesk.Cli.Verbs;

/// <summary>Says what a desk has stored, how old and large it is, and what the days of an instrument are worth.</summary>
internal sealed class DataVerb(Func<SettingSources> sources, TimeProvider time) : IVerb
{
    public VerbDescription Description { get; } = new("data", "Says what is stored: sizes, ages, revisions, the quality of each day.",
    [
        new("--instrument", "NAME", "the quality of this instrument's days, such as NSE:NIFTY"),
        new("--from", "DAY", "the first day, such as 2022-09-01; without it that of the oldest stored minute"),
        new("--to", "DAY", "the last day; without it that of the newest stored minute"),
        new("--world", "market|simulated", "which market's; without it those that are there"),
        new("--data", "DIR", DeskFiles.DataMeaning),
        VerbOption.Json,
    ])
    {
        Remarks = $"""
            A day is good when every minute of its session is stored and none is strange, fair with up to a twentieth of its minutes
            missing, poor beyond that or with candles outside the session, empty without any. The session is the instrument's own by the
            calendar.

            A minute looks like a wrong price when its high stands above both neighbours', or its low below both, by more than
            {SpikeRule.MedianRanges} times the day's median range: the price came back at once. It is said, never removed.

            A desk may run meanwhile.
            """,
    };

    public int Run(Arguments arguments, Terminal terminal, CancellationToken cancelled)
    {
        var worlds = arguments.Has("--world") ? [arguments["--world"]] : DeskFiles.Worlds;
        if (DeskFiles.RefuseWorld(worlds) is { Length: > 0 } noWorld) return terminal.Fail(ExitCodes.BadInput, noWorld);
        var refusals = new List<string>();
        var reports = new List<object>();
        var failed = false;
        foreach (var world in worlds)
        {
            if (DeskFiles.TryRead(sources(), arguments["--data"], world, out var refusal) is not { } files)
                return terminal.Fail(ExitCodes.BadInput, refusal);
            if (!File.Exists(files.Settings.CandleFile)) refusals.Add($"{files.Settings.CandleFile} does not exist.");
            else if (Report(arguments, terminal, files) is { } report) reports.Add(report);
            else failed = true;
        }

        if (failed) return ExitCodes.BadInput;
        if (reports.Count == 0) return terminal.Fail(ExitCodes.BadInput, $"No candles are stored yet: {string.Join(' ', refusals)}");
        if (arguments.Has("--json")) terminal.Say(new { stores = reports });
        return ExitCodes.Good;
    }

    private object? Report(Arguments arguments, Terminal terminal, DeskFiles files)
    {
        try
        {
            if (files.TryOpenExisting(out var refusal) is not { } store) return Refuse(terminal, refusal);
            if (arguments.Has("--instrument")) return ReportQuality(arguments, terminal, files, store);
            var report = StoreReport.Read(files, store);
            if (!arguments.Has("--json")) terminal.Say(report.ToText());
            return report.Readable;
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault)
        {
            return Refuse(terminal, $"The candle store {files.Settings.CandleFile} cannot be read: {fault.Reason}.");
        }
    }

    private object? ReportQuality(Arguments arguments, Terminal terminal, DeskFiles files, CandleStore store)
    {
        var match = files.Instruments.Find(arguments["--instrument"]);
        if (match.Found is not { } instrument) return Refuse(terminal, $"--instrument: {match.Problem}");
        using var reader = new CandleReader(store);
        var history = new QualityHistory(reader, new RevisionReader(store));
        var stored = history.Span(instrument);
        var none = $"{instrument.FullName} has no stored minutes in {files.Settings.CandleFile}.";
        if (stored is null && !(arguments.Has("--from") && arguments.Has("--to"))) return Refuse(terminal, none);
        if (DayWords.TryRead(arguments, "--from", stored?.First, out var from) is { Length: > 0 } noFrom) return Refuse(terminal, noFrom);
        if (DayWords.TryRead(arguments, "--to", stored?.Last, out var to) is { Length: > 0 } noTo) return Refuse(terminal, noTo);
        if (to < from)
            return Refuse(terminal, string.Create(CultureInfo.InvariantCulture, $"--to {to:yyyy-MM-dd} is before {from:yyyy-MM-dd}."));
        var now = Instant.From(time.GetUtcNow());
        var report = new QualityReport(instrument, history.Read(instrument, files.Calendar, from, to, now));
        if (!arguments.Has("--json")) terminal.Say(report.ToText());
        return report.Readable;
    }

    private static object? Refuse(Terminal terminal, string sentence)
    {
        terminal.Fail(ExitCodes.BadInput, sentence);
        return null;
    }
}
