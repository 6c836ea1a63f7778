using System.Globalization;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Runs;

/// <summary>What a signal says to a person.</summary>
internal static class SignalViews
{
    private const decimal Sure = 10_000m;

    /// <summary>Lakhs and crores: 12,34,567.89.</summary>
    private static readonly NumberFormatInfo _india = new() { NumberGroupSizes = [3, 2] };

    public static SignalView Of(in SignalTerms signal, RefusalCode code, Instant at, IReadOnlyList<string> reasons) =>
        new(signal.Number, signal.Run, at)
        {
            Wish = WishOf(signal),
            Reason = ReasonOf(signal, reasons),
            Confidence = signal.Confidence / Sure,
            Candle = signal.Candle,
            Price = signal.Price,
            Stop = signal.Stop,
            Target = signal.Target,
            Way = signal.Kind is SignalKind.Exit or SignalKind.Protect ? 0 : signal.Side.Sign(),
            IsActed = code == RefusalCode.None,
            NotActed = code == RefusalCode.None ? "" : RefusalSentences.Of(code),
        };

    public static string WishOf(in SignalTerms signal) => (signal.Kind, signal.Side) switch
    {
        (SignalKind.Enter, Side.Buy) => "Buy",
        (SignalKind.Enter, _) => "Sell",
        (SignalKind.Exit, _) => "Leave",
        (SignalKind.Aim, Side.Buy) => "Hold part long",
        (SignalKind.Aim, _) => "Hold part short",
        (SignalKind.Protect, _) => "Move the stop",
        _ => "Nothing",
    };

    /// <summary>The strategy's sentence with its values in; a sentence that is not known any more says so.</summary>
    public static string ReasonOf(in SignalTerms signal, IReadOnlyList<string> reasons)
    {
        if (signal.Reason >= reasons.Count) return "The strategy's words for it are not known to this desk.";
        var sentence = reasons[signal.Reason];
        for (var place = 0; place < signal.Count; place++)
        {
            var mark = string.Create(CultureInfo.InvariantCulture, $"{{{place}}}");
            var value = signal.Values[place].ToString("N2", _india);
            sentence = sentence.Replace(mark, value, StringComparison.Ordinal);
        }

        return sentence;
    }
}
