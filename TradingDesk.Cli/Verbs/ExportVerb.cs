using System.Globalization;
using TradingDesk.Cli.CommandLine;
using TradingDesk.Cli.Exporting;
using TradingDesk.Cli.Files;
using TradingDesk.Cli.Stores;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Engine.Indicators.Catalogue;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;

namespace TradingDesk.Cli.Verbs;

/// <summary>Writes stored candles, or their indicators, to a file.</summary>
internal sealed class ExportVerb(Func<SettingSources> sources, TimeProvider time) : IVerb
{
    private const int BufferBytes = 1 << 16;

    public VerbDescription Description { get; } = new("export", "Writes stored candles or their indicators to a file.",
    [
        new("--instrument", "NAME", "whose, such as NSE:NIFTY") { IsRequired = true },
        new("--timeframe", "T", "such as 1, 60, 5m, 1h or day") { Default = "60" },
        new("--from", "DAY", "the first day, such as 2022-09-01; without it the oldest stored"),
        new("--to", "DAY", "the last day; without it the newest stored"),
        new("--out", "FILE", "the file; one already there is replaced; without it the rows are printed"),
        new("--format", "csv|vendor", "the desk's own columns, or symbol,yyyymmdd,HH:MM,... without a header") { Default = "csv" },
        new("--label", "start|end", "what a row's time says of its candle; without it start in csv, end in vendor"),
        new("--spec", "LIST", "indicators, separated by commas") { Default = IndicatorSpecs.Default },
        new("--world", "market|simulated", "which market's") { Default = "market" },
        new("--data", "DIR", DeskFiles.DataMeaning),
        VerbOption.Json,
    ])
    {
        Word = "candles|indicators",
        Remarks = """
            candles: time,open,high,low,close,volume,ticks with time in India with its offset; `import candles` reads it back the same.
            indicators: time and one column per output as `indicators` writes them; candles before --from are read to settle on.

            Seconds and minutes are written as they are stored; longer candles are the sums of their minutes within the instrument's
            session by the calendar. A candle that is not over is not written. A desk may run meanwhile.
            """,
    };

    public int Run(Arguments arguments, Terminal terminal, CancellationToken cancelled)
    {
        if (Refuse(arguments, out var timeframe) is { Length: > 0 } problem) return terminal.Fail(ExitCodes.BadInput, problem);
        if (DeskFiles.TryRead(sources(), arguments["--data"], arguments["--world"], out var refusal) is not { } files)
            return terminal.Fail(ExitCodes.BadInput, refusal);
        var match = files.Instruments.Find(arguments["--instrument"]);
        if (match.Found is not { } instrument) return terminal.Fail(ExitCodes.BadInput, $"--instrument: {match.Problem}");
        if (files.TryOpenExisting(out refusal) is not { } store) return terminal.Fail(ExitCodes.BadInput, refusal);
        try
        {
            using var reader = new CandleReader(store);
            var series = new ExportSeries(reader, instrument, files.Calendar, timeframe, Instant.From(time.GetUtcNow()));
            return Export(arguments, terminal, instrument, timeframe, series);
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault and not { IsRefusal: true })
        {
            return terminal.Fail(ExitCodes.Wrong, $"The export ended: {fault.Reason}.");
        }
    }

    private static int Export(Arguments arguments, Terminal terminal, Instrument instrument, Timeframe timeframe, ExportSeries series)
    {
        var stored = series.Span();
        if (stored is null)
            return terminal.Fail(ExitCodes.BadInput, $"{instrument.FullName} has nothing stored to make {timeframe.Label} of.");
        if (DayWords.TryRead(arguments, "--from", stored.Value.First, out var from) is { Length: > 0 } noFrom)
            return terminal.Fail(ExitCodes.BadInput, noFrom);
        if (DayWords.TryRead(arguments, "--to", stored.Value.Last, out var to) is { Length: > 0 } noTo)
            return terminal.Fail(ExitCodes.BadInput, noTo);
        var isPrinted = !arguments.Has("--out");
        var path = isPrinted ? Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()) : arguments["--out"];
        using var file = new UnfinishedFile(path);
        var writer = new RowWriter(file.Path, BufferBytes);
        var count = Write(arguments, writer, instrument, timeframe, series, (from, to));
        writer.Flush();
        if (isPrinted)
        {
            terminal.Out.Write(File.ReadAllText(file.Path));
            return ExitCodes.Good;
        }

        file.TakePlace();
        if (arguments.Has("--json")) return terminal.Say(new { candles = count, instrument = instrument.FullName, from, to, file = path });
        return terminal.Say(string.Create(CultureInfo.InvariantCulture,
            $"{count:N0} candles of {instrument.FullName}, {timeframe.Label}, {from:yyyy-MM-dd} to {to:yyyy-MM-dd}, to {path}"));
    }

    private static long Write(Arguments arguments, RowWriter writer, Instrument instrument, Timeframe timeframe, ExportSeries series,
        (DateOnly From, DateOnly To) days)
    {
        var isVendor = arguments["--format"] == "vendor";
        var labelsEnd = arguments.Has("--label") ? arguments["--label"] == "end" : isVendor;
        var rows = new ExportRows(writer, series, labelsEnd);
        if (arguments.Word == "indicators")
            rows.WriteIndicators(new IndicatorList(IndicatorSpecs.Parse(arguments["--spec"]).Specs), days.From, days.To);
        else if (isVendor) rows.WriteVendor(instrument.Symbol, timeframe, series.Between(days.From, days.To));
        else rows.WriteOwn(series.Between(days.From, days.To));
        return rows.Count;
    }

    private static string Refuse(Arguments arguments, out Timeframe timeframe)
    {
        timeframe = default;
        if (arguments.Word is not ("candles" or "indicators")) return "export needs what: candles or indicators.";
        if (!Timeframe.TryParse(arguments["--timeframe"], out timeframe))
            return $"--timeframe {Echo.Of(arguments["--timeframe"])} cannot be; allowed are {Timeframe.Allowed}.";
        if (arguments["--format"] is not ("csv" or "vendor"))
            return $"--format {Echo.Of(arguments["--format"])} cannot be; write csv or vendor.";
        if (arguments["--format"] == "vendor" && arguments.Word == "indicators") return "--format vendor has no place for indicators.";
        if (arguments.Has("--label") && arguments["--label"] is not ("end" or "start"))
            return $"--label {Echo.Of(arguments["--label"])} cannot be; write start or end.";
        var parsed = IndicatorSpecs.Parse(arguments["--spec"]);
        if (!parsed.IsGood) return string.Join('\n', parsed.Errors.Select(error => $"--spec: {error}."));
        if (arguments.Has("--out") && UnfinishedFile.Refusal(arguments["--out"]) is { Length: > 0 } refusal) return refusal;
        return DeskFiles.RefuseWorld([arguments["--world"]]);
    }
}
