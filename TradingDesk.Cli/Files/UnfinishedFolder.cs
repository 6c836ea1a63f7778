namespace TradingDesk.Cli.Files;

/// <summary>Files that appear in a folder together when all are whole; otherwise the folder is left as it was found.</summary>
internal sealed class UnfinishedFolder : IDisposable
{
    private readonly string _folder;
    private readonly bool _made;
    private bool _finished;

    public UnfinishedFolder(string folder)
    {
        _folder = folder;
        _made = !Directory.Exists(folder);
        Path = System.IO.Path.Combine(folder, $".unfinished-{System.IO.Path.GetRandomFileName()}");
        Directory.CreateDirectory(Path);
    }

    /// <summary>Where the files are written meanwhile: inside the folder, so that taking their place is one step each.</summary>
    public string Path { get; }

    public void TakePlace()
    {
        foreach (var file in Directory.GetFiles(Path))
            File.Move(file, System.IO.Path.Combine(_folder, System.IO.Path.GetFileName(file)), overwrite: true);
        _finished = true;
    }

    public void Dispose()
    {
        Directory.Delete(Path, recursive: true);
        if (_made && !_finished) Directory.Delete(_folder);
    }
}
