using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace TradingDesk.Engine.Hosting.Operating;

/// <summary>
/// The door for whoever may read the data folder: a socket file that only the desk's own user can open, beside the data it is about.
/// </summary>
internal sealed class OperatorSocket(string dataFolder, OperatorDesk desk, ILogger log) : IDisposable
{
    /// <summary>Callers beyond that wait in the system's queue.</summary>
    private const int LinksMost = 16;

    private const int RetryMilliseconds = 100;

    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _places = new(LinksMost);
    private Socket? _listener;
    private Task _accepting = Task.CompletedTask;

    public static string PathIn(string dataFolder) => Path.Combine(dataFolder, "desk.sock");

    /// <summary>A desk without the door runs on: what is wrong is said in the log, and the verbs that need it say it too.</summary>
    public void Start()
    {
        var path = PathIn(dataFolder);
        try
        {
            // The folder is held by this desk alone: what lies there was left by one that is gone.
            File.Delete(path);
            _listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            _listener.Bind(new UnixDomainSocketEndPoint(path));
            // Nobody gets in between: until it listens, callers are turned away.
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            _listener.Listen(LinksMost);
            _accepting = AcceptAsync(_listener);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SocketException or ArgumentException)
        {
            _listener?.Dispose();
            HostingLog.NoOperatorSocket(log, path, error.Message);
        }
    }

    /// <summary>Turns callers away and lets go of those inside; a command that is on the line stays there.</summary>
    public void Stop()
    {
        _stop.Cancel();
        _listener?.Dispose();
        _accepting.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        _stop.Dispose();
        _places.Dispose();
    }

    private async Task AcceptAsync(Socket listener)
    {
        var links = new List<Task>();
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                await _places.WaitAsync(_stop.Token);
                links.Add(ServeAsync(await listener.AcceptAsync(_stop.Token)));
                links.RemoveAll(link => link.IsCompleted);
            }
            catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException)
            {
                break;
            }
            catch (SocketException)
            {
                // No room for another caller in this process just now: the next one may find some.
                _places.Release();
                await Task.Delay(RetryMilliseconds);
            }
        }

        await Task.WhenAll(links);
    }

    private async Task ServeAsync(Socket caller)
    {
        try
        {
            using (caller)
            using (var link = new OperatorLink(caller, desk))
                await link.RunAsync(_stop.Token);
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException)
        {
            // A caller that went away is the caller's business.
            return;
        }
        finally
        {
            _places.Release();
        }
    }
}
