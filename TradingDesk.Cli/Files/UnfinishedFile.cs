namespace TradingDesk.Cli.Files;

/// <summary>A file that takes its place, and that of one already there, only when it is whole; otherwise nothing of it stays.</summary>
internal sealed class UnfinishedFile(string path) : IDisposable
{
    /// <summary>Taking the place of a device would remove it from the machine.</summary>
    private const string Devices = "/dev/";

    /// <summary>Where it is written meanwhile: beside its place, so that taking it is one step.</summary>
    public string Path { get; } = $"{path}.unfinished-{System.IO.Path.GetRandomFileName()}";

    /// <summary>Why the place cannot be taken, as a sentence; empty when it can.</summary>
    public static string Refusal(string path)
    {
        if (Directory.Exists(path)) return $"{path} is a folder; a file is needed.";
        if (System.IO.Path.GetFullPath(path).StartsWith(Devices, StringComparison.Ordinal)) return $"{path} is a device; a file is needed.";
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path));
        return Directory.Exists(folder) ? "" : $"The folder {folder} does not exist.";
    }

    public void TakePlace() => File.Move(Path, path, overwrite: true);

    public void Dispose() => File.Delete(Path);
}
