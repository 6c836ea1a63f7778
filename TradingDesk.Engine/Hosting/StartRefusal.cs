namespace TradingDesk.Engine.Hosting;

/// <summary>Why a start was refused after the host had begun to run it: the past is written while pages are answered already.</summary>
public sealed class StartRefusal
{
    private DeskRefusedException? _told;

    /// <summary>Null while nothing refused the start.</summary>
    public DeskRefusedException? Told => Volatile.Read(ref _told);

    internal void Tell(DeskRefusedException refused) => Volatile.Write(ref _told, refused);
}
