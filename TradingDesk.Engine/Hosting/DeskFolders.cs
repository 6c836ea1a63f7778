namespace TradingDesk.Engine.Hosting;

/// <summary>The folders a desk writes to, made, tried and held against a second desk until disposed.</summary>
public sealed class DeskFolders : IDisposable
{
    private readonly IReadOnlyList<DeskLock> _locks;

    private DeskFolders(DeskSettings settings, IReadOnlyList<DeskLock> locks)
    {
        _locks = locks;
        Data = settings.DataFolder;
        Logs = LogsOf(settings);
        World = settings.WorldFolder;
        Tape = TapeOf(settings);
    }

    public string Data { get; }

    public string Logs { get; }

    /// <summary>The folder of this market's data, simulated or real.</summary>
    public string World { get; }

    public string Tape { get; }

    /// <summary>Makes and takes the folders, or says in one sentence why the desk cannot have them.</summary>
    public static bool TryOpen(DeskSettings settings, out DeskFolders? folders, out string refusal)
    {
        folders = null;
        string[] wanted = [settings.DataFolder, LogsOf(settings), TapeOf(settings), Path.GetDirectoryName(settings.CandleFile)!];
        foreach (var folder in wanted)
        {
            if (!TryMake(folder, out refusal)) return false;
        }

        if (DeskLock.TryTake(Path.Combine(settings.DataFolder, "desk"), $"data folder {settings.DataFolder}", out refusal) is not { } data)
            return false;
        if (DeskLock.TryTake(settings.CandleFile, $"candle store {settings.CandleFile}", out refusal) is not { } candles)
        {
            data.Dispose();
            return false;
        }

        folders = new DeskFolders(settings, [data, candles]);
        return true;
    }

    public void Dispose()
    {
        foreach (var held in _locks) held.Dispose();
    }

    private static string LogsOf(DeskSettings settings) => Path.Combine(settings.DataFolder, "logs");

    private static string TapeOf(DeskSettings settings) => Path.Combine(settings.WorldFolder, "tape");

    /// <summary>Writes and deletes a file, for permissions alone do not tell whether a folder can be written.</summary>
    private static bool TryMake(string folder, out string refusal)
    {
        refusal = "";
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".tried-by-{Environment.ProcessId}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            refusal = $"The folder {folder} cannot be written: {error.Message.TrimEnd('.')}.";
            return false;
        }
    }
}
