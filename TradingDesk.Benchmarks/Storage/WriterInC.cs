using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using TradingDesk.Benchmarks.Indicators;
using TradingDesk.Engine.Storage.Sqlite.Candles;

namespace TradingDesk.Benchmarks.Storage;

/// <summary>The candle writer's statements in C: built here with gcc against the SQLite library that this process has loaded.</summary>
internal sealed class WriterInC(string program)
{
    private const string Library = "libe_sqlite3.so";

    /// <summary>Null with a sentence where the source, the library or a C compiler is missing; after a store was opened.</summary>
    public static WriterInC? TryBuild(string folder, out string why)
    {
        why = "";
        var source = Peers.Folder() is { } peers ? Path.Combine(peers, "candles.c") : "";
        var library = LoadedLibrary();
        if (!File.Exists(source)) why = "the source peers/candles.c is missing";
        else if (library is null) why = $"this process has loaded no {Library}";
        if (why.Length > 0) return null;

        var program = Path.Combine(folder, "candles");
        var path = "-Wl,-rpath," + Path.GetDirectoryName(library);
        string[] options = ["-O2", "-Wall", "-o", program, source, library!, path, "-lm", "-ldl", "-lpthread"];
        if (Run("gcc", options, out why) is not null) return new WriterInC(program);
        why = $"the C program could not be built with gcc: {why}";
        return null;
    }

    public WriterTimes Write(CandleStore store, int rows)
    {
        string[] arguments =
        [
            store.Path, HotWrites.PutOne, HotWrites.Move, Text(rows), Text(WriterRows.Instruments), Text(CandleWriter.RowsPerFlush),
            Text(CandleSession.HotRowsMost), Text(CandleSession.HotSecondsMost), Text(WriterRows.FirstSecond),
            .. WriterRows.Timeframes.Select(timeframe => Text(timeframe)),
        ];
        var answer = Run(program, arguments, out var why) ?? throw new InvalidOperationException($"The C program failed: {why}");
        return new WriterTimes([.. answer.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(nanos => double.Parse(nanos, CultureInfo.InvariantCulture))]);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The library's file as Linux tells it; other systems have no such list.</summary>
    private static string? LoadedLibrary()
    {
        const string Maps = "/proc/self/maps";
        if (!File.Exists(Maps)) return null;
        var line = File.ReadLines(Maps).FirstOrDefault(line => line.EndsWith(Library, StringComparison.Ordinal));
        return line?[line.IndexOf('/', StringComparison.Ordinal)..];
    }

    /// <summary>What the program printed, or null and what it complained of.</summary>
    private static string? Run(string name, IEnumerable<string> arguments, out string why)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(name, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var complaint = process.StandardError.ReadToEndAsync();
            var answer = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            why = complaint.Result.Trim();
            return process.ExitCode == 0 ? answer : null;
        }
        catch (Win32Exception missing)
        {
            why = missing.Message;
            return null;
        }
    }
}
