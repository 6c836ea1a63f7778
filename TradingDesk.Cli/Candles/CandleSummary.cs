using System.Globalization;
using System.Text;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Candles;

/// <summary>What became of a file of ticks, row by row and candle by candle.</summary>
internal sealed record CandleSummary(long Rows, int Instruments, string From, string To, SkippedTicks Skipped, int Files)
{
    public required long Merged { get; init; }

    /// <summary>Ticks whose cumulative volume was below the one before; they were merged and added nothing.</summary>
    public required long VolumeStepsBack { get; init; }

    public required IReadOnlyDictionary<string, long> Candles { get; init; }

    public required long CutShort { get; init; }

    public required long BegunBeforeFile { get; init; }

    public static CandleSummary Of(long rows, TickScan scan, TickReplay replay, Instant newest, CandleFiles files)
    {
        var counters = replay.Counters;
        var faults = counters.Faults;
        var skipped = new SkippedTicks(replay.Behind + faults.Late, faults.Duplicate, faults.NonPositive, faults.OutsideSession);
        return new CandleSummary(rows, scan.Instruments.Count, TimeText(scan.First), TimeText(newest), skipped, files.Count)
        {
            Merged = counters.Ticks,
            VolumeStepsBack = faults.VolumeStepsBack,
            Candles = files.Written.ToDictionary(pair => new Timeframe(pair.Key).ToString(), pair => pair.Value),
            CutShort = files.CutShort,
            BegunBeforeFile = files.BegunBefore,
        };
    }

    /// <summary>For a person.</summary>
    public string ToText(string folder)
    {
        var text = new StringBuilder();
        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Line($"{Rows:N0} ticks of {Instruments:N0} instruments, {From} to {To}");
        Line($"merged {Merged:N0}, skipped {Skipped.Sum:N0}: {Skipped}");
        if (VolumeStepsBack > 0) Line($"{VolumeStepsBack:N0} ticks step back in cumulative volume; they add none");
        Line($"wrote {Files:N0} files to {folder}");
        foreach (var (timeframe, count) in Candles) Line($"  {(timeframe == "day" ? timeframe : timeframe + " s"),8}  {count:N0} candles");
        if (BegunBeforeFile > 0) Line($"{BegunBeforeFile:N0} candles had begun before the file's first tick and are partial");
        if (CutShort > 0) Line($"{CutShort:N0} candles were still forming when the file ended and are partial");
        return text.ToString();
    }

    private static string TimeText(Instant moment) => moment == default ? "-" : moment.ToString();
}
