namespace TradingDesk.Engine.Indicators.Parts;

/// <summary>The highest or lowest of the last values, kept in a span of memory that begins as zeros: the same work per value.</summary>
/// <remarks>
/// <para>
/// An indicator looks at a window that ends with the forming candle, so its window here is one value less than its period, and it
/// asks for the extreme with one more. It means something once as many values as the window were pushed.
/// </para>
/// <para>
/// The values stand in blocks of half a window. A window then covers the end of one block, the whole of the next and the beginning of
/// the one that fills. While a block fills, the one before is overwritten from its back with the extremes of its ends, one step per
/// value: so they are there when the window begins to leave it, and no value ever pays for a whole block. The block that fills
/// overwrites the one that the window leaves, place by place, so two blocks suffice.
/// </para>
/// </remarks>
internal readonly struct SlidingExtreme
{
    // The memory: four words, then two blocks. A window of one value has the first word alone.
    private const int Extreme = 0;
    private const int Place = 1;
    private const int Filling = 2;
    private const int Whole = 3;
    private const int Blocks = 4;

    private readonly int _window;
    private readonly int _block;

    /// <summary>Values are kept times this, so that the highest is always sought.</summary>
    private readonly double _sign;

    private SlidingExtreme(int window, double sign)
    {
        _window = window;
        _block = window / 2;
        _sign = sign;
    }

    /// <summary>Words of memory; none where no value is kept.</summary>
    public int Memory => _window < 2 ? _window : Blocks + (2 * _block);

    public static SlidingExtreme Highest(int window) => new(window, +1);

    public static SlidingExtreme Lowest(int window) => new(window, -1);

    /// <summary>The extreme of the values kept and one more.</summary>
    public double With(ReadOnlySpan<double> memory, double value) =>
        _window == 0 ? value : _sign * Math.Max(memory[Extreme], _sign * value);

    /// <summary>Takes in a value; the oldest leaves.</summary>
    public void Push(Span<double> memory, double value)
    {
        if (_window < 2)
        {
            if (_window == 1) memory[Extreme] = _sign * value;
            return;
        }

        Fill(memory, _sign * value);
    }

    private void Fill(Span<double> memory, double value)
    {
        var place = (int)memory[Place];
        var at = place < _block ? place : place - _block;
        var filling = memory.Slice(Blocks + place - at, _block);
        var before = memory.Slice(Blocks + _block - (place - at), _block);

        // Of the block that is left, an odd window still covers the place that is overwritten now, an even one the places after it.
        var left = at + 1 - (_window & 1);
        var ending = left < _block ? filling[left] : double.NegativeInfinity;
        filling[at] = value;
        var beginning = at == 0 ? value : Math.Max(memory[Filling], value);
        memory[Filling] = beginning;
        memory[Extreme] = Math.Max(Math.Max(ending, memory[Whole]), beginning);

        if (at > 0) before[_block - 1 - at] = Math.Max(before[_block - 1 - at], before[_block - at]);
        if (at + 1 == _block) memory[Whole] = beginning;
        memory[Place] = place + 1 == 2 * _block ? 0 : place + 1;
    }
}
