using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators;

/// <summary>The indicators of one instrument and timeframe: all they remember is one block of words, made at the start.</summary>
internal sealed class IndicatorSet(IndicatorList list)
{
    /// <summary>The shared closes, then each indicator's words in the list's order.</summary>
    private readonly double[] _words = new double[list.Closes + list.Words];

    private int _candles;

    /// <summary>Where the next close goes: the candles modulo the closes kept, without dividing.</summary>
    private int _next;

    public IndicatorList List => list;

    /// <summary>It began in the middle of the market without history: its state is of no use to a later start.</summary>
    public bool IsCold { get; init; }

    /// <summary>Values it gives.</summary>
    public int Columns => list.Width;

    /// <summary>Candles taken in.</summary>
    public int Candles => _candles;

    /// <summary>Words that Save writes.</summary>
    public int StateWords => _words.Length + 1;

    /// <summary>Bit n is set when column n of Read is ready.</summary>
    public ulong ReadyMask => list.ReadyAfter(_candles);

    /// <summary>Bit n is set when column n of Peek is ready.</summary>
    public ulong PeekReadyMask => list.ReadyAfter(_candles + 1);

    private CloseRing Closes => new(_words.AsSpan(0, list.Closes), _next, _candles);

    /// <summary>Takes in a closed candle.</summary>
    public void Update(in CandleValues candle)
    {
        var closes = Closes;
        var words = _words.AsSpan(list.Closes);
        if (_candles < list.WarmUp) list.Groups?.UpdateWarming(candle, closes, words);
        else list.Groups?.Update(candle, closes, words);
        if (list.Closes > 0) Push(candle.Close);
        _candles++;
    }

    /// <summary>The values after the last closed candle; NaN until ready.</summary>
    public void Read(Span<double> values)
    {
        values = values[..Columns];
        if (_candles < list.WarmUp) values.Fill(double.NaN);
        list.Groups?.Read(_candles, _words.AsSpan(list.Closes), values);
    }

    /// <summary>The values as they would be if the forming candle closed now; NaN if not ready then. Changes nothing.</summary>
    public void Peek(in CandleValues forming, Span<double> values)
    {
        values = values[..Columns];
        if (_candles < list.WarmUp) PeekWarming(forming, values);
        else list.Groups?.Peek(forming, Closes, _words.AsSpan(list.Closes), values);
    }

    /// <summary>Writes its whole state; a set of the same list that restores it gives the same bits ever after.</summary>
    public void Save(ref StateWriter state)
    {
        state.Write(_candles);
        state.Write(_words);
    }

    public void Restore(ref StateReader state)
    {
        _candles = state.ReadInt();
        _next = list.Closes > 0 ? _candles % list.Closes : 0;
        state.ReadDoubles(_words);
    }

    public void Reset()
    {
        Array.Clear(_words);
        _candles = 0;
        _next = 0;
    }

    private void PeekWarming(in CandleValues forming, Span<double> values)
    {
        values.Fill(double.NaN);
        list.Groups?.PeekWarming(forming, Closes, _words.AsSpan(list.Closes), values);
    }

    private void Push(double close)
    {
        _words[_next] = close;
        _next = _next + 1 == list.Closes ? 0 : _next + 1;
    }
}
