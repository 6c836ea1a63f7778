using System.Globalization;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Tape;

/// <summary>
/// Writes handed-over pages as chained blocks into one file a day, the day in India on which they are written; driven by a thread of
/// the host.
/// </summary>
internal sealed class TapeWriter(TapeRecorder recorder, FactReader facts, TapeShelf shelf, TimeProvider time) : IDisposable
{
    /// <summary>A block goes to the system in one call: a kill cannot take it back, a full disk leaves nothing to flush.</summary>
    private const int Unbuffered = 0;

    /// <summary>About a minute and a half of blocks in real time, a few hundred megabytes at the highest speed.</summary>
    private const int BlocksBetweenTrims = 1_000;

    private readonly List<ulong> _digests = [];
    private byte[] _earlier = new byte[TapeBlock.HashBytes];
    private FileStream? _file;
    private string _day = "";
    private long _wholeLength;
    private long _blocks;
    private long _blocksLost;
    private long _lost;
    private bool _justOpened;
    private string _trouble = "";

    /// <summary>How the tape does, as the health page says it.</summary>
    public PartState State { get; private set; } = PartState.Starting;

    /// <summary>Writes the next page if one comes in that time.</summary>
    public bool WriteNext(int milliseconds)
    {
        if (recorder.TakeFull(milliseconds) is not { } page) return false;
        CollectDigests(page.FactsThrough, out var passed);
        if (passed) _lost++;
        Write(page, passed);
        recorder.GiveBack(page);
        Report();
        return true;
    }

    public void Dispose() => _file?.Dispose();

    private void CollectDigests(long through, out bool passed)
    {
        _digests.Clear();
        var missed = facts.Missed;
        while (facts.Through < through && facts.TryRead(out var fact)) _digests.Add(FactHash.DigestOf(fact));
        passed = facts.Missed != missed;
    }

    private void Write(TapePage page, bool passed)
    {
        try
        {
            OpenToday();
            CutBack();
            var block = new TapeBlock
            {
                Inputs = page.Inputs.ToArray(),
                InputCount = page.Count,
                FactDigests = [.. _digests],
                LostBefore = page.LostBefore + (passed ? 1 : 0) + _blocksLost,
                Earlier = _earlier,
            };
            _earlier = block.WriteTo(_file!);
            _wholeLength = _file!.Position;
            (_blocksLost, _trouble) = (0, "");
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            _blocksLost += page.Count;
            _lost += page.Count;
            _trouble = trouble.Message;
            return;
        }

        if (_blocks++ % BlocksBetweenTrims == 0 || _justOpened) Trim();
    }

    /// <summary>A tape that cannot be deleted costs space, not inputs.</summary>
    private void Trim()
    {
        _justOpened = false;
        try
        {
            shelf.Trim(_file!.Name);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            _trouble = $"old tapes stay: {trouble.Message}";
        }
    }

    /// <summary>
    /// Goes on in the day's file, or in its next part when it is large enough. A file that somebody took away is missed at once: what
    /// it held is lost, and the next block says so.
    /// </summary>
    private void OpenToday()
    {
        var today = Instant.From(time.GetUtcNow()).IndiaDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (_file is not null && !File.Exists(_file.Name))
        {
            _blocksLost++;
            _lost++;
            Close();
        }

        if (_file is not null && string.CompareOrdinal(today, _day) <= 0 && _wholeLength < shelf.BytesPerFile) return;
        if (string.CompareOrdinal(today, _day) > 0) _day = today;
        Close();
        Directory.CreateDirectory(shelf.Folder);
        _file = Open(_day);
        (_wholeLength, _justOpened) = (_file.Position, true);
    }

    private void Close()
    {
        _file?.Dispose();
        _file = null;
    }

    /// <summary>
    /// The day's newest file, ready for its next block: a block that a kill left half written is cut off; a file that holds something
    /// else, or is full, is left as it is and the day goes on in the next part.
    /// </summary>
    private FileStream Open(string day)
    {
        for (var part = TapeNames.NewestPart(shelf.Folder, day); ; part++)
        {
            var path = Path.Combine(shelf.Folder, TapeNames.Of(day, part));
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, Unbuffered);
            if (TryGoOn(file)) return file;
            file.Dispose();
        }
    }

    private bool TryGoOn(FileStream file)
    {
        try
        {
            var whole = 0L;
            bool strange;
            while (TapeBlock.TrySkip(file, out strange)) whole = file.Position;
            if (strange || whole >= shelf.BytesPerFile) return false;
            file.SetLength(whole);
            file.Seek(whole, SeekOrigin.Begin);
            return true;
        }
        catch (IOException)
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>What a failed write may have left behind its last whole block goes before the next one comes.</summary>
    private void CutBack()
    {
        if (_file!.Length == _wholeLength && _file.Position == _wholeLength) return;
        _file.SetLength(_wholeLength);
        _file.Seek(_wholeLength, SeekOrigin.Begin);
    }

    private void Report()
    {
        var lost = recorder.Lost + _lost;
        State = _trouble.Length > 0
            ? new PartState(PartHealth.Failed, $"The tape cannot be written: {_trouble}", _blocks, 0, lost)
            : lost > 0
                ? new PartState(PartHealth.Struggling, "The tape missed inputs; a re-run stops there.", _blocks, 0, lost)
                : new PartState(PartHealth.Well, "Every input is on the tape.", _blocks, 0, 0);
    }
}
