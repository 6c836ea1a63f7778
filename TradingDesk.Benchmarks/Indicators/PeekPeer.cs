using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Market;

namespace TradingDesk.Benchmarks.Indicators;

/// <summary>The other half of the goal `peek`: SMA, EMA and RSI against trading-signals' `replace()`, run by Node beside us.</summary>
internal sealed class PeekPeer
{
    private const string Id = "peek-trading-signals";
    private const double Target = 8;
    private const int Warm = 5_000;
    private const int Prices = 1_000;
    private const int Sweeps = 50;
    private const int Seed = 12;

    private readonly IndicatorSet _set = new(new IndicatorList(IndicatorSpecs.Parse("SMA:20,EMA:21,RSI:14").Specs));
    private readonly CandleValues[] _forming = new CandleValues[Prices];
    private readonly double[] _values = new double[3];
    private double _checksum;

    public GoalResult Measure()
    {
        var folder = Peers.Folder();
        if (folder is null || !Directory.Exists(Path.Combine(folder, "node_modules", "trading-signals"))) return Missing();
        using var node = Start(folder);
        if (node is null) return Missing();
        try
        {
            var warm = Prepare();
            var forming = _forming.Select(candle => candle.Close);
            node.StandardInput.WriteLine(JsonSerializer.Serialize(new { warm, forming, sweeps = Sweeps }));
            var difference = Difference(JsonSerializer.Deserialize<double[][]>(Answer(node))!);
            if (difference is not null) return GoalResult.NotMeasured(Id, Target, atMost: false, difference);
            var times = Rounds.Compare(TimeSet, () => Ask(node));
            var detail = $"{times.Describe((double)Prices * Sweeps, "three peeks")}; checksum {_checksum:R}";
            return new GoalResult(Id, times.Speedup, Target, AtMost: false, detail);
        }
        finally
        {
            node.StandardInput.Close();
            node.WaitForExit();
        }
    }

    private static GoalResult Missing() =>
        GoalResult.NotMeasured(Id, Target, atMost: false, "node or packages missing; run npm ci in TradingDesk.Benchmarks/peers");

    private static Process? Start(string folder)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("node", "peek.mjs")
            {
                WorkingDirectory = folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string Answer(Process node) =>
        node.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The peer ended without an answer.");

    /// <summary>One round of the peer, timed by its own clock.</summary>
    private static double Ask(Process node)
    {
        node.StandardInput.WriteLine("round");
        return double.Parse(Answer(node), CultureInfo.InvariantCulture);
    }

    private double[] Prepare()
    {
        var random = new Random(Seed);
        var closes = new double[Warm];
        var close = 500.0;
        for (var i = 0; i < Warm; i++)
        {
            _set.Update(Candles.After(ref close, random));
            closes[i] = close;
        }

        for (var i = 0; i < Prices; i++) _forming[i] = Candles.After(ref close, random);
        return closes;
    }

    private string? Difference(double[][] expected)
    {
        for (var i = 0; i < Prices; i++)
        {
            _set.Peek(_forming[i], _values);
            for (var c = 0; c < _values.Length; c++)
            {
                if (Math.Abs(_values[c] - expected[i][c]) <= 1e-9 * Math.Max(1, Math.Abs(expected[i][c]))) continue;
                return $"price {i}, {_set.List.Columns[c]}: {_values[c]:R} against {expected[i][c]:R}";
            }
        }

        return null;
    }

    private double TimeSet()
    {
        var start = Stopwatch.GetTimestamp();
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (ref readonly var forming in _forming.AsSpan())
            {
                _set.Peek(forming, _values);
                _checksum += _values[0] + _values[1] + _values[2];
            }
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }
}
