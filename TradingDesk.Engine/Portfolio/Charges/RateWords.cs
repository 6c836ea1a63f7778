using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Portfolio.Charges;

/// <summary>The words of the rates' file and of the command line, and the values they stand for.</summary>
internal static class RateWords
{
    private static readonly (string Word, ChargeKind Kind, RateUnit Unit)[] _kinds =
    [
        ("brokerage-share", ChargeKind.BrokerageShare, RateUnit.Percent), ("brokerage-most", ChargeKind.BrokerageMost, RateUnit.PerOrder),
        ("brokerage-least", ChargeKind.BrokerageLeast, RateUnit.PerOrder), ("stt-buy", ChargeKind.SttBuy, RateUnit.Percent),
        ("stt-sell", ChargeKind.SttSell, RateUnit.Percent), ("stt-exercise", ChargeKind.SttExercise, RateUnit.Percent),
        ("transaction", ChargeKind.Transaction, RateUnit.Percent), ("ipft", ChargeKind.Ipft, RateUnit.Percent),
        ("sebi", ChargeKind.Sebi, RateUnit.PerCrore), ("stamp", ChargeKind.Stamp, RateUnit.Percent),
        ("gst", ChargeKind.Gst, RateUnit.Percent), ("dp", ChargeKind.Dp, RateUnit.PerScrip),
    ];

    private static readonly (string Word, RateUnit Unit)[] _units =
    [
        ("percent", RateUnit.Percent), ("per-crore", RateUnit.PerCrore), ("per-order", RateUnit.PerOrder), ("per-scrip", RateUnit.PerScrip),
    ];

    private static readonly (string Word, ChargeSegment Segment)[] _segments =
        [("equity", ChargeSegment.Equity), ("futures", ChargeSegment.Futures), ("options", ChargeSegment.Options)];

    private static readonly (string Word, Product Product)[] _products =
        [("CNC", Product.Cnc), ("MIS", Product.Mis), ("NRML", Product.Nrml)];

    public static string Kinds { get; } = string.Join(", ", _kinds.Select(known => known.Word));

    public static string Segments { get; } = string.Join(", ", _segments.Select(known => known.Word));

    public static string Certainties { get; } = CalendarWords.Allowed<Certainty>();

    public static string Of(ChargeKind kind) => Array.Find(_kinds, known => known.Kind == kind).Word;

    public static string Of(RateUnit unit) => Array.Find(_units, known => known.Unit == unit).Word;

    public static string Of(ChargeSegment segment) => Array.Find(_segments, known => known.Segment == segment).Word;

    public static string Of(Product product) => Array.Find(_products, known => known.Product == product).Word;

    /// <summary>The one unit in which a kind is counted, so that a slip of the pen is no other rate.</summary>
    public static RateUnit UnitOf(ChargeKind kind) => Array.Find(_kinds, known => known.Kind == kind).Unit;

    public static ChargeKind? FindKind(string word)
    {
        var place = Array.FindIndex(_kinds, known => known.Word == word);
        return place < 0 ? null : _kinds[place].Kind;
    }

    public static ChargeSegment? FindSegment(string word)
    {
        var place = Array.FindIndex(_segments, known => known.Word == word);
        return place < 0 ? null : _segments[place].Segment;
    }

    public static Product? FindProduct(string word)
    {
        var place = Array.FindIndex(_products, known => known.Word == word);
        return place < 0 ? null : _products[place].Product;
    }
}
