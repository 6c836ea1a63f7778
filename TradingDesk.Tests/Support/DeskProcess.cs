using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using TradingDesk.Tests.Processes;

namespace TradingDesk.Tests.Support;

/// <summary>A real desk in a process of its own, without a wrapper around it; killed when the test is done with it.</summary>
internal sealed class DeskProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private const string Filled = " simulated candles were filled ";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(120);

    private readonly Process _process;
    private readonly TempFolder? _ownFolder;
    private readonly StringBuilder _errors = new();
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _filled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private DeskProcess(TempFolder? ownFolder, string dataFolder, string program, IEnumerable<string> arguments)
    {
        (_ownFolder, DataFolder) = (ownFolder, dataFolder);
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = ownFolder?.Path ?? Path.GetDirectoryName(dataFolder)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(program);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["TRADINGDESK_DATA"] = dataFolder;
        start.Environment["Logging__Console__FormatterName"] = "simple";
        start.Environment.Remove("ASPNETCORE_URLS");
        // As images of containers set it: what browsers say of where they come from is not believed here either.
        start.Environment["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true";
        start.Environment.Remove(LongRun.Name);
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => { lock (_errors) _errors.AppendLine(line.Data); };
    }

    private static string Desk => Repository.BuiltProgram("TradingDesk.Web", "TradingDesk.Web.dll");

    public string DataFolder { get; }

    /// <summary>A browser that shows it is the test person's; empty for a desk that began without people.</summary>
    public string Cookie { get; private init; } = "";

    public int Id => _process.Id;

    /// <summary>Everything the process has written to its standard error.</summary>
    public string Errors
    {
        get { lock (_errors) return _errors.ToString().Trim(); }
    }

    /// <summary>Everything it has written to its standard output.</summary>
    public string Output
    {
        get { lock (_errors) return _output.ToString(); }
    }

    /// <summary>Starts a desk in an empty folder, on a free port unless the arguments name one, without waiting for it.</summary>
    public static DeskProcess Launch(params string[] arguments)
    {
        var folder = new TempFolder();
        var cookie = TestPerson.SignInOn(folder.Path);
        return Start(new DeskProcess(folder, folder.Path, Desk, WithAddress(arguments)) { Cookie = cookie });
    }

    /// <summary>Starts a desk that nobody can sign in to yet.</summary>
    public static DeskProcess LaunchNew(params string[] arguments)
    {
        var folder = new TempFolder();
        return Start(new DeskProcess(folder, folder.Path, Desk, WithAddress(arguments)));
    }

    /// <summary>Starts a desk on a data folder of the test, which stays.</summary>
    public static DeskProcess LaunchOn(string dataFolder, params string[] arguments) =>
        Start(new DeskProcess(null, dataFolder, Desk, WithAddress(arguments))
        {
            Cookie = TestPerson.SignInOn(dataFolder),
        });

    /// <summary>Starts a desk on a folder of the test where nobody was put before.</summary>
    public static DeskProcess LaunchNewOn(string dataFolder, params string[] arguments) =>
        Start(new DeskProcess(null, dataFolder, Desk, WithAddress(arguments)));

    /// <summary>Starts a test that is a desk of its own, such as one with a strategy of its own, on a data folder that stays.</summary>
    public static DeskProcess LaunchTest(Type test, string dataFolder, params (string Name, string Value)[] told)
    {
        var desk = new DeskProcess(
            null, dataFolder, test.Assembly.Location, ["-noColor", "-noLogo", "-class", test.FullName!, "-explicit", "only"]);
        foreach (var (name, value) in told) desk._process.StartInfo.Environment[name] = value;
        return Start(desk);
    }

    /// <summary>Fails with the last words of a process that has ended.</summary>
    public void AssertRuns()
    {
        if (_process.HasExited) Assert.Fail($"The desk ended with {_process.ExitCode}: {Errors}");
    }

    /// <summary>The address the desk listens on, once it does; an early end of the process is told with its last words.</summary>
    public async Task<string> ListeningAsync()
    {
        var ended = _process.WaitForExitAsync();
        if (await Task.WhenAny(_address.Task, ended).WaitAsync(_patience) == ended)
            throw new InvalidOperationException($"The desk ended with {_process.ExitCode} before it listened: {Errors}");
        var address = await _address.Task;
        if (Cookie.Length > 0) TestPerson.IsAt(address, Cookie);
        return address;
    }

    /// <summary>Once the desk listens and its past is in the store.</summary>
    public async Task FilledAsync()
    {
        await ListeningAsync();
        await _filled.Task.WaitAsync(_patience);
    }

    public async Task<int> ExitCodeAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(_patience);
        return _process.ExitCode;
    }

    /// <summary>Sends the process, and nothing else, a signal.</summary>
    public void Send(ProcessSignal signal) => Assert.Equal(0, Kill(_process.Id, (int)signal));

    public async Task KillAsync()
    {
        Send(ProcessSignal.Kill);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _ownFolder?.Dispose();
    }

    private static DeskProcess Start(DeskProcess desk)
    {
        desk._process.Start();
        desk._process.BeginOutputReadLine();
        desk._process.BeginErrorReadLine();
        return desk;
    }

    private static string[] WithAddress(string[] arguments) =>
        arguments.Contains("--Urls") ? arguments : ["--Urls", "http://127.0.0.1:0", .. arguments];

    private void Read(string? line)
    {
        lock (_errors) _output.AppendLine(line);
        if (line?.Contains(Filled, StringComparison.Ordinal) == true) _filled.TrySetResult();
        var at = line?.IndexOf(Listening, StringComparison.Ordinal) ?? -1;
        if (at >= 0) _address.TrySetResult(line![(at + Listening.Length)..].Trim());
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
