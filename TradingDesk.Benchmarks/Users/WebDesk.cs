using System.Diagnostics;
using System.Globalization;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Operating;
using TradingDesk.Engine.Hosting.People;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Engine.People;

namespace TradingDesk.Benchmarks.Users;

/// <summary>The whole desk in a process of its own, in a fresh folder with one person, measured from outside.</summary>
internal sealed class WebDesk : IDisposable
{
    private const string Listening = "Now listening on: ";

    /// <summary>Linux tells times of processes in hundredths of a second.</summary>
    private const double ClockTicks = 100;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(120);

    private readonly string _folder = Directory.CreateTempSubdirectory("tradingdesk-users-").FullName;
    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private WebDesk(string program)
    {
        Cookie = MakePerson(_folder);
        var start = new ProcessStartInfo("dotnet", [program, "--Urls", "http://127.0.0.1:0", "--TRADINGDESK_DATA", _folder])
        {
            WorkingDirectory = _folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Logging__Console__FormatterName"] = "simple";
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public string Cookie { get; }

    /// <summary>Seconds of processor time since it began.</summary>
    public double CpuSeconds
    {
        get
        {
            var fields = File.ReadAllText($"/proc/{_process.Id}/stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return (Number(fields[11]) + Number(fields[12])) / ClockTicks;
        }
    }

    /// <summary>What it holds of the machine's memory.</summary>
    public double Kilobytes => Number(File.ReadLines($"/proc/{_process.Id}/status")
        .First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]);

    /// <summary>Null with a sentence where the desk was not built or this is no Linux.</summary>
    public static WebDesk? TryStart(out string why)
    {
        why = "";
        var built = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var root = built.Parent!.Parent!.Parent!.Parent!;
        var program = Path.Combine(root.FullName, "TradingDesk.Web", "bin", built.Parent.Name, built.Name, "TradingDesk.Web.dll");
        if (!OperatingSystem.IsLinux()) why = "processes are measured on Linux only";
        else if (!File.Exists(program)) why = $"the desk is not built: dotnet build -c {built.Parent.Name} TradingDesk.Web";
        return why.Length == 0 ? new WebDesk(program) : null;
    }

    /// <summary>Once it answers pages and has joined its past.</summary>
    public async Task<(Uri Page, OperatorLine Line)> ReadyAsync()
    {
        var page = new Uri(await _address.Task.WaitAsync(_patience));
        var since = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(since) < _patience)
        {
            if (OperatorLine.TryOpen(_folder, out _) is { } line)
            {
                var accounts = await line.AskAsync(new OperatorRequest(0) { Ask = OperatorRequest.Accounts }, CancellationToken.None);
                if (accounts.Accounts is { Count: > 0 }) return (page, line);
                line.Dispose();
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }

        throw new TimeoutException("The desk did not join its past.");
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string MakePerson(string folder)
    {
        if (!DeskSettings.TryRead(new SettingSources { Arguments = ["--TRADINGDESK_DATA", folder] }, out var settings, out var wrong))
            throw new InvalidOperationException(string.Join(' ', wrong));
        using var people = new PeopleDesk(settings!, TimeProvider.System);
        var made = people.Persons.SetUp(people.Persons.SetupToken, "measurer", "plum kettle orbit 9", new Caller("127.0.0.1", "a goal"));
        return made.Cookie;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private void Read(string? line)
    {
        var at = line?.IndexOf(Listening, StringComparison.Ordinal) ?? -1;
        if (at >= 0) _address.TrySetResult(line![(at + Listening.Length)..].Trim());
    }
}
