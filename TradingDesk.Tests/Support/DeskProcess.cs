using System.Diagnostics;
using System.Text;

namespace TradingDesk.Tests.Support;

/// <summary>A real desk in a process of its own: a free port, an empty data folder, killed when the test is done with it.</summary>
internal sealed class DeskProcess : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private const string Listening = "Now listening on: ";

    private readonly Process _process;
    private readonly StringBuilder _errors = new();
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private DeskProcess(string dataFolder, IEnumerable<string> arguments)
    {
        DataFolder = dataFolder;
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = dataFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Repository.BuiltProgram("TradingDesk.Web", "TradingDesk.Web.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["TRADINGDESK_DATA"] = dataFolder;
        start.Environment["Logging__Console__FormatterName"] = "simple";
        start.Environment.Remove("ASPNETCORE_URLS");
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => { lock (_errors) _errors.AppendLine(line.Data); };
    }

    public string DataFolder { get; }

    public int Id => _process.Id;

    /// <summary>Everything the process has written to its standard error.</summary>
    public string Errors
    {
        get { lock (_errors) return _errors.ToString().Trim(); }
    }

    /// <summary>Starts a desk on a free port (unless the arguments name one) without waiting for it.</summary>
    public static DeskProcess Launch(params string[] arguments)
    {
        var urls = arguments.Contains("--Urls") ? Array.Empty<string>() : ["--Urls", "http://127.0.0.1:0"];
        var desk = new DeskProcess(Directory.CreateTempSubdirectory("tradingdesk-").FullName, [.. urls, .. arguments]);
        desk._process.Start();
        desk._process.BeginOutputReadLine();
        desk._process.BeginErrorReadLine();
        return desk;
    }

    /// <summary>The address the desk listens on, once it does; an early end of the process is told with its last words.</summary>
    public async Task<string> ListeningAsync()
    {
        var ended = _process.WaitForExitAsync();
        if (await Task.WhenAny(_address.Task, ended).WaitAsync(_patience) == ended)
            throw new InvalidOperationException($"The desk ended with {_process.ExitCode} before it listened: {Errors}");
        return await _address.Task;
    }

    public async Task<int> ExitCodeAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(_patience);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(DataFolder, recursive: true);
    }

    private void Read(string? line)
    {
        var at = line?.IndexOf(Listening, StringComparison.Ordinal) ?? -1;
        if (at >= 0) _address.TrySetResult(line![(at + Listening.Length)..].Trim());
    }
}
