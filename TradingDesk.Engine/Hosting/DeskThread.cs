namespace TradingDesk.Engine.Hosting;

/// <summary>A named thread that runs until it is told to stop; an exception in it is told to the crash path.</summary>
internal sealed class DeskThread : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Thread _thread;

    public DeskThread(string name, Action<CancellationToken> run, Action<Exception> crash)
    {
        _thread = new Thread(() =>
        {
            try
            {
                run(_stop.Token);
            }
            catch (Exception broken)
            {
                crash(broken);
            }
        })
        {
            Name = name,
            IsBackground = true,
        };
    }

    public void Start() => _thread.Start();

    /// <summary>Asks the thread to finish its work and waits until it has.</summary>
    public void Stop()
    {
        _stop.Cancel();
        if (_thread.IsAlive) _thread.Join();
    }

    public void Dispose() => _stop.Dispose();
}
