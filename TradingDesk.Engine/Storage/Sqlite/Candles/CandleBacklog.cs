namespace TradingDesk.Engine.Storage.Sqlite.Candles;

/// <summary>The candles that wait to be written, oldest first; full, it gives up the oldest. It grows as needed up to its
/// capacity.</summary>
internal sealed class CandleBacklog(int capacity)
{
    private StoredCandle[] _rows = new StoredCandle[Math.Min(capacity, 1_024)];
    private int _head;

    public int Count { get; private set; }

    /// <summary>The candle at that place; 0 is the oldest.</summary>
    public ref readonly StoredCandle this[int place] => ref _rows[(_head + place) % _rows.Length];

    /// <summary>Takes a candle in; true hands back the oldest one, which had to go for it.</summary>
    public bool Add(in StoredCandle row, out StoredCandle dropped)
    {
        dropped = default;
        if (Count == _rows.Length && Count < capacity) Grow();
        var isFull = Count == _rows.Length;
        if (isFull)
        {
            dropped = _rows[_head];
            Remove(1);
        }

        _rows[(_head + Count) % _rows.Length] = row;
        Count++;
        return isFull;
    }

    /// <summary>Forgets the oldest candles.</summary>
    public void Remove(int count)
    {
        _head = (_head + count) % _rows.Length;
        Count -= count;
    }

    private void Grow()
    {
        var larger = new StoredCandle[(int)Math.Min(capacity, _rows.Length * 2L)];
        for (var place = 0; place < Count; place++) larger[place] = this[place];
        _rows = larger;
        _head = 0;
    }
}
