namespace TradingDesk.Engine.Line;

/// <summary>The folder of tapes and how much of it is kept: so many of the newest days, and no more bytes than allowed.</summary>
internal sealed record TapeShelf(string Folder, int Days, long Bytes)
{
    /// <summary>Deletes the oldest tapes until what is left is within both limits; the newest file always stays.</summary>
    public void Trim()
    {
        var tapes = TapeNames.InOrder(Folder).Reverse().Select(path => new FileInfo(path)).ToArray();
        var (days, bytes) = (new HashSet<string>(), 0L);
        for (var i = 0; i < tapes.Length; i++)
        {
            days.Add(TapeNames.DayOf(tapes[i].Name));
            bytes += tapes[i].Length;
            if (i > 0 && (days.Count > Days || bytes > Bytes)) tapes[i].Delete();
        }
    }
}
