using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Indicators;

/// <summary>
/// Counts how often a list's forming values change sides before their candle closes: the side of the price for what lies on the
/// candles, the sign for a direction, above or below the last close's value for the rest.
/// </summary>
internal sealed class FlipMeter
{
    private readonly IndicatorSet _set;
    private readonly ColumnSide[] _sides;
    private readonly double[] _values;
    private readonly double[] _confirmed;
    private readonly Tally[] _tallies;

    /// <param name="set">The indicators, warm up to the first candle that counts; the meter takes it over.</param>
    public FlipMeter(IndicatorSet set)
    {
        _set = set;
        _sides = [.. set.List.Specs.SelectMany(Sides)];
        _values = new double[set.Columns];
        _confirmed = new double[set.Columns];
        _tallies = new Tally[set.Columns];
        set.Read(_confirmed);
    }

    /// <summary>Candles counted.</summary>
    public int Candles { get; private set; }

    public int Flipped(int column) => _tallies[column].Flipped;

    public int Flips(int column) => _tallies[column].Flips;

    /// <summary>Looks at the candle as it forms, once for each of its seconds.</summary>
    public void See(in CandleValues forming)
    {
        _set.Peek(forming, _values);
        for (var column = 0; column < _values.Length; column++)
        {
            var side = SideOf(column, forming.Close);
            ref var tally = ref _tallies[column];
            if (side == 0) continue;
            if (tally.Now != 0 && side != tally.Now) tally.FlipsNow++;
            tally.Now = side;
            tally.Stood |= side > 0 ? Tally.Above : Tally.Below;
        }
    }

    /// <summary>Closes the candle that was looked at.</summary>
    public void Close(in CandleValues closed)
    {
        _set.Update(closed);
        _set.Read(_values);
        for (var column = 0; column < _values.Length; column++)
        {
            var side = SideOf(column, closed.Close);
            ref var tally = ref _tallies[column];
            var other = side > 0 ? Tally.Below : Tally.Above;
            if (side != 0 && (tally.Stood & other) != 0) tally.Flipped++;
            tally.Flips += tally.FlipsNow;
            (tally.Now, tally.Stood, tally.FlipsNow) = (0, 0, 0);
        }

        _values.CopyTo(_confirmed, 0);
        Candles++;
    }

    /// <summary>+1 or -1; 0 where it stands on neither side or is not ready.</summary>
    private int SideOf(int column, double price)
    {
        var value = _values[column];
        var distance = _sides[column] switch
        {
            ColumnSide.OfPrice => price - value,
            ColumnSide.Sign => value,
            _ => value - _confirmed[column],
        };
        return double.IsNaN(distance) ? 0 : Math.Sign(distance);
    }

    private static IEnumerable<ColumnSide> Sides(IndicatorSpec spec) => spec.Description.Outputs.Select(output =>
        output.Look == OutputLook.Colour ? ColumnSide.Sign
        : spec.Description.Pane == IndicatorPane.Overlay ? ColumnSide.OfPrice
        : ColumnSide.OfChange);

    private enum ColumnSide : byte
    {
        OfPrice = 1,
        Sign = 2,
        OfChange = 3,
    }

    private struct Tally
    {
        public const int Above = 1;
        public const int Below = 2;

        public int Flipped;
        public int Flips;

        /// <summary>The side it stands on now in the forming candle.</summary>
        public int Now;

        /// <summary>The sides it stood on in the forming candle, one bit each.</summary>
        public int Stood;

        public int FlipsNow;
    }
}
