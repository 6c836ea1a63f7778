namespace TradingDesk.Web.Live.Health;

/// <summary>
/// Asks how much of a folder's disk is free, never waiting for the answer: a disk that hangs, as one of a network may, is unknown.
/// </summary>
public sealed class DiskMeter(string folder, TimeProvider time)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    private Task<DiskSpace?> _asked = Task.FromResult<DiskSpace?>(null);
    private DiskSpace? _known;
    private long _askedAt;

    /// <summary>The newest answer; null before the first and when none came for 5 s. Called by one thread.</summary>
    public DiskSpace? Read()
    {
        if (_asked.IsCompleted)
        {
            _known = _asked.Result ?? _known;
            _askedAt = time.GetTimestamp();
            _asked = Task.Run(Ask);
        }
        else if (time.GetElapsedTime(_askedAt) >= _patience)
        {
            _known = null;
        }

        return _known;
    }

    private DiskSpace? Ask()
    {
        try
        {
            var drive = new DriveInfo(folder);
            return new DiskSpace(drive.AvailableFreeSpace, drive.TotalSize);
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
