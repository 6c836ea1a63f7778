namespace TradingDesk.Tests.Support;

/// <summary>A folder of one test, deleted with it.</summary>
internal sealed class TempFolder : IDisposable
{
    public TempFolder() => Path = Directory.CreateTempSubdirectory("tradingdesk-test-").FullName;

    public string Path { get; }

    /// <summary>The path of a file in it, which need not exist.</summary>
    public string File(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    /// <summary>Deletes the files in it.</summary>
    public void Clear()
    {
        foreach (var file in Directory.EnumerateFiles(Path)) System.IO.File.Delete(file);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
