using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Pages.Indicators;

/// <summary>One column of the table of values as it is written: confirmed beside forming, or how far its warm-up is.</summary>
internal sealed record ValueRow(
    IndicatorColumn Column, string? WarmUp, string Confirmed, string Forming, Tone Turn, string Arrow, string TurnInWords,
    string Flipped, string Flips)
{
    // Beyond this nothing that the desk computes is a number one could read.
    private const double Readable = 1e18;

    private const int PlacesOfItsOwn = 2;

    /// <summary>A column of a reading; what lies on the candles has the price's places.</summary>
    public static ValueRow Of(RungReading rung, int at, int pricePlaces, FlipCount? flips)
    {
        var column = rung.Columns[at];
        var (confirmed, forming) = (rung.Confirmed[at], rung.Peeked[at]);
        var isWarming = rung.Candles < column.WarmUp && confirmed is null && forming is null;
        var places = column.Overlay ? pricePlaces : PlacesOfItsOwn;
        var (closed, now) = (Written(column, confirmed, places), Written(column, forming, places));
        // What reads the same has not moved.
        var turn = closed == now ? 0 : Nullable.Compare(forming, confirmed);
        return new ValueRow(
            column,
            isWarming ? OutOf(rung.Candles, column.WarmUp) : null,
            closed,
            now,
            Tones.OfChange(turn),
            Tones.ArrowOfChange(turn),
            turn switch { > 0 => "Above the confirmed value", < 0 => "Below the confirmed value", _ => "" },
            flips is { Candles: > 0 } counted ? OutOf(counted.Flipped, counted.Candles) : IndianNumbers.Nothing,
            flips is { Candles: > 0 } ? IndianNumbers.Whole(flips.Flips) : IndianNumbers.Nothing);
    }

    private static string OutOf(int some, int all) => $"{IndianNumbers.Whole(some)} of {IndianNumbers.Whole(all)}";

    private static string Written(IndicatorColumn column, double? value, int places) => value switch
    {
        null => IndianNumbers.Nothing,
        { } sign when column.Look == IndicatorLook.Colour => sign > 0 ? "up" : sign < 0 ? "down" : IndianNumbers.Nothing,
        { } number when Math.Abs(number) < Readable => IndianNumbers.Plain((decimal)number, places),
        _ => IndianNumbers.Nothing,
    };
}
