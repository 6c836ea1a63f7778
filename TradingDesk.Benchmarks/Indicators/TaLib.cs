using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TradingDesk.Benchmarks.Indicators;

/// <summary>TA-Lib's own C code, built from the source that the npm package `talib` carries, called over whole arrays.</summary>
internal sealed class TaLib : IDisposable
{
    private readonly nint _library;
    private readonly OfCloses _sma;
    private readonly OfCloses _ema;
    private readonly OfCloses _rsi;
    private readonly OfCandles _atr;
    private readonly OfCandles _adx;
    private readonly OfCandles _willr;
    private readonly OfMacd _macd;
    private readonly OfBands _bands;

    private TaLib(nint library)
    {
        _library = library;
        (_sma, _ema, _rsi) = (Find<OfCloses>("TA_SMA"), Find<OfCloses>("TA_EMA"), Find<OfCloses>("TA_RSI"));
        (_atr, _adx, _willr) = (Find<OfCandles>("TA_ATR"), Find<OfCandles>("TA_ADX"), Find<OfCandles>("TA_WILLR"));
        (_macd, _bands) = (Find<OfMacd>("TA_MACD"), Find<OfBands>("TA_BBANDS"));
        Find<Begin>("TA_Initialize")();
    }

    private delegate int Begin();

    private delegate int OfCloses(int first, int last, double[] closes, int period, out int begin, out int count, double[] values);

    private delegate int OfCandles(
        int first, int last, double[] highs, double[] lows, double[] closes, int period, out int begin, out int count, double[] values);

    private delegate int OfMacd(int first, int last, double[] closes, int fast, int slow, int signal, out int begin, out int count,
        double[] macd, double[] signals, double[] histogram);

    private delegate int OfBands(int first, int last, double[] closes, int period, double up, double down, int average, out int begin,
        out int count, double[] upper, double[] middle, double[] lower);

    /// <summary>Builds and loads the library; null with a sentence where the package or a C compiler is missing.</summary>
    public static TaLib? TryLoad(string peers, out string why)
    {
        var source = Path.Combine(peers, "node_modules", "talib", "src", "lib");
        var built = Path.Combine(peers, "node_modules", ".talib.so");
        why = "";
        if (!Directory.Exists(source)) why = "the package talib is missing; run npm ci --ignore-scripts in TradingDesk.Benchmarks/peers";
        else if (!File.Exists(built) && !TryBuild(source, built)) why = "TA-Lib's C code could not be built; gcc is needed";
        return why.Length == 0 ? new TaLib(NativeLibrary.Load(built)) : null;
    }

    /// <summary>The eight of the goal over the candles, each column where TA-Lib puts it: from the returned index on.</summary>
    public int[] Compute(double[] highs, double[] lows, double[] closes, double[][] columns)
    {
        var last = closes.Length - 1;
        var begins = new int[columns.Length];
        _sma(0, last, closes, 20, out begins[0], out _, columns[0]);
        _ema(0, last, closes, 21, out begins[1], out _, columns[1]);
        _rsi(0, last, closes, 14, out begins[2], out _, columns[2]);
        _macd(0, last, closes, 12, 26, 9, out var macd, out _, columns[3], columns[4], columns[5]);
        _bands(0, last, closes, 20, 2, 2, 0, out var bands, out _, columns[6], columns[7], columns[8]);
        _atr(0, last, highs, lows, closes, 14, out begins[9], out _, columns[9]);
        _adx(0, last, highs, lows, closes, 14, out begins[10], out _, columns[10]);
        _willr(0, last, highs, lows, closes, 14, out begins[11], out _, columns[11]);
        begins[3] = begins[4] = begins[5] = macd;
        begins[6] = begins[7] = begins[8] = bands;
        return begins;
    }

    public void Dispose() => NativeLibrary.Free(_library);

    private T Find<T>(string name)
        where T : Delegate => Marshal.GetDelegateForFunctionPointer<T>(NativeLibrary.GetExport(_library, name));

    /// <summary>Optimised as TA-Lib's own build is.</summary>
    private static bool TryBuild(string source, string built)
    {
        var files = Directory.EnumerateFiles(Path.Combine(source, "src", "ta_func"), "*.c")
            .Concat(Directory.EnumerateFiles(Path.Combine(source, "src", "ta_common"), "*.c"));
        string[] options =
        [
            "-O2", "-shared", "-fPIC", "-w", "-I", Path.Combine(source, "include"), "-I", Path.Combine(source, "src", "ta_common"),
            "-o", built, .. files, "-lm",
        ];
        try
        {
            using var gcc = Process.Start(new ProcessStartInfo("gcc", options));
            gcc!.WaitForExit();
            return gcc.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
