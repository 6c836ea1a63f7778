namespace TradingDesk.Web.Live.Health;

/// <summary>How many browser tabs have a circuit on this desk, and how many of them are connected at this moment.</summary>
public sealed class CircuitCount
{
    private int _open;
    private int _connected;

    public int Open => Volatile.Read(ref _open);

    public int Connected => Volatile.Read(ref _connected);

    internal void NoteOpen(int change) => Interlocked.Add(ref _open, change);

    internal void NoteConnected(int change) => Interlocked.Add(ref _connected, change);
}
