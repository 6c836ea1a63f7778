using System.Globalization;
using TradingDesk.Cli.Candles;
using TradingDesk.Cli.CommandLine;
using TradingDesk.Cli.Files;
using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Catalogue;
using TradingDesk.Engine.Indicators.Lists;

namespace TradingDesk.Cli.Verbs;

/// <summary>Computes indicators over a file of candles.</summary>
internal sealed class IndicatorsVerb : IVerb
{
    private const int BufferBytes = 1 << 16;

    public VerbDescription Description { get; } = new("indicators", "Computes indicators over a file of candles.",
    [
        new("--spec", "LIST", "indicators, separated by commas") { Default = IndicatorSpecs.Default },
        new("--in", "FILE", "candles: time,open,high,low,close,volume") { IsRequired = true },
        new("--out", "FILE", "the values; a file already there is replaced") { IsRequired = true },
        VerbOption.Json,
    ])
    {
        Remarks = $"""
            Known indicators:
            {string.Join('\n', IndicatorCatalog.All.Select(Form))}

            The input's columns may stand in any order; others are left aside. time is ISO 8601, in India's time when it names no zone,
            or whole seconds since 1970. A row out of order or of the same time as the one before is left out and counted.

            Writes time as the input has it and one column per output, named like SMA:9 or SUPERTREND:10:3.value, empty until the
            indicator has seen enough candles. Numbers are the shortest that read back as the same.

            A row that cannot be understood ends the run with its line and column, and nothing is written.
            """,
    };

    public int Run(Arguments arguments, Terminal terminal, CancellationToken cancelled)
    {
        var (input, output) = (arguments["--in"], arguments["--out"]);
        var parsed = IndicatorSpecs.Parse(arguments["--spec"]);
        if (!parsed.IsGood)
            return terminal.Fail(ExitCodes.BadInput, string.Join('\n', parsed.Errors.Select(error => $"--spec: {error}.")));
        if (InputFile.Refusal(input) is { Length: > 0 } missing) return terminal.Fail(ExitCodes.BadInput, missing);
        if (UnfinishedFile.Refusal(output) is { Length: > 0 } refusal) return terminal.Fail(ExitCodes.BadInput, refusal);
        if (Path.GetFullPath(input) == Path.GetFullPath(output))
            return terminal.Fail(ExitCodes.BadInput, "--in and --out are the same file.");

        using var file = new UnfinishedFile(output);
        using var candles = new CandleFile(input);
        var list = new IndicatorList(parsed.Specs);
        var writer = new RowWriter(file.Path, BufferBytes);
        var run = new IndicatorRun(list, writer);
        Compute(candles, run, terminal, cancelled);
        if (candles.Fault is not null) return terminal.Fail(ExitCodes.BadInput, candles.Fault.ToString());
        writer.Flush();
        file.TakePlace();
        return Tell(arguments, terminal, candles.Rows, run, list);
    }

    private static void Compute(CandleFile candles, IndicatorRun run, Terminal terminal, CancellationToken cancelled)
    {
        using var progress = new ProgressBar(terminal, "indicators");
        while (candles.Next(out var time, out var values))
        {
            run.Take(time, candles.TimeText, values);
            if ((candles.Rows & 0x3FFF) != 0) continue;
            cancelled.ThrowIfCancellationRequested();
            progress.Show(candles.Position, candles.Length);
        }
    }

    private static int Tell(Arguments arguments, Terminal terminal, long rows, IndicatorRun run, IndicatorList list)
    {
        if (arguments.Has("--json"))
            return terminal.Say(new { rows, run.Taken, list.Columns, list.WarmUp, Skipped = new { run.OutOfOrder, run.Duplicate } });
        var unready = run.Taken < list.WarmUp
            ? string.Create(CultureInfo.InvariantCulture, $"\nnot all indicators are ready: they need {list.WarmUp:N0} candles")
            : "";
        var columns = string.Join(',', list.Columns);
        var skipped = string.Create(CultureInfo.InvariantCulture,
            $"skipped {rows - run.Taken:N0}: {run.OutOfOrder:N0} out of order, {run.Duplicate:N0} duplicate");
        return terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} candles, columns {columns}; {skipped}{unready}"));
    }

    private static string Form(IndicatorDescription known)
    {
        var parameters = string.Concat(known.Parameters.Select(parameter => $":{parameter.Name}"));
        var ranges = string.Join(", ", known.Parameters.Select(parameter => string.Create(CultureInfo.InvariantCulture,
            $"{parameter.Name} {parameter.Least} to {parameter.Most}, default {parameter.Default}")));
        return $"  {known.Code}{parameters}  {known.Name}; {(ranges.Length == 0 ? "no parameters" : ranges)}";
    }
}
