using TradingDesk.Engine.Line;

namespace TradingDesk.Engine.Storage.Tape;

/// <summary>The folder of tapes and how much of it is kept: so many of the newest days, and no more bytes than allowed.</summary>
internal sealed record TapeShelf(string Folder, int Days, long Bytes)
{
    private const int PartsLeast = 4;

    /// <summary>A file that grew beyond this goes on in the next part, so that old parts of one day can go.</summary>
    public long BytesPerFile => Bytes / PartsLeast;

    /// <summary>Deletes the oldest tapes until what is left is within both limits; the one that is being written always stays.</summary>
    public void Trim(string written)
    {
        var tapes = TapeNames.InOrder(Folder).Reverse().Select(path => new FileInfo(path)).ToArray();
        var (days, bytes) = (new HashSet<string>(), 0L);
        foreach (var tape in tapes)
        {
            days.Add(TapeNames.DayOf(tape.Name));
            bytes += tape.Length;
            if (tape.FullName != Path.GetFullPath(written) && (days.Count > Days || bytes > Bytes)) tape.Delete();
        }
    }
}
