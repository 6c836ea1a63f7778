using System.Globalization;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Portfolio.Charges;

/// <summary>Every dated rate of exchanges, state and brokers.</summary>
internal sealed class ChargeRates(IReadOnlyList<ChargeRate> rates)
{
    public const string DefaultBroker = "angel";

    /// <summary>No broker: exchange and state alone, neither brokerage nor DP.</summary>
    public const string NoBroker = "none";

    public static ChargeRates BuiltIn { get; } = ReadBuiltIn();

    /// <summary>The brokers whose rates are known, and <see cref="NoBroker"/>.</summary>
    public IReadOnlyList<string> Brokers { get; } =
    [
        .. rates.Select(rate => rate.Whose)
            .Where(whose => whose != ChargeRate.Everybody && !CalendarWords.TryRead(whose, out Exchange _)).Distinct(),
        NoBroker,
    ];

    /// <summary>What holds on a day; null when something of it is not known, which <see cref="Refusal"/> says.</summary>
    public ChargeSchedule? On(DateOnly date, Exchange exchange, ChargeSegment segment, string broker = DefaultBroker)
    {
        if (Refusal(date, exchange, segment, broker).Length > 0) return null;
        return new ChargeSchedule(date, exchange, segment, broker, [.. Of(exchange, segment, broker).Where(rate => rate.IsOn(date))]);
    }

    /// <summary>Why there are no charges for that day, as a sentence; empty when all of them are known.</summary>
    public string Refusal(DateOnly date, Exchange exchange, ChargeSegment segment, string broker = DefaultBroker)
    {
        if (!Brokers.Contains(broker)) return $"The rates of {broker} are not known; known are {string.Join(", ", Brokers)}.";
        var known = Of(exchange, segment, broker).ToArray();
        foreach (var (kind, product) in Needed(segment, broker))
        {
            var dated = known.Where(rate => rate.Kind == kind && (rate.Product is null || rate.Product == product)).ToArray();
            if (dated.Length == 0) return $"The charges of {CalendarWords.Of(exchange)} {RateWords.Of(segment)} are not known.";
            if (dated.Any(rate => rate.IsOn(date))) continue;
            return string.Create(CultureInfo.InvariantCulture,
                $"The rate of {RateWords.Of(kind)} that {WhoseWords(dated[0], exchange)} takes for {RateWords.Of(segment)} on " +
                $"{date:yyyy-MM-dd} is not known; the first that is known holds from {dated.Min(rate => rate.From):yyyy-MM-dd} on.");
        }

        return "";
    }

    /// <summary>What must be known before anything is said of a day, so that a missing rate is never a charge of nothing.</summary>
    private static IEnumerable<(ChargeKind Kind, Product Product)> Needed(ChargeSegment segment, string broker)
    {
        ChargeKind[] always =
            [ChargeKind.Transaction, ChargeKind.Ipft, ChargeKind.Sebi, ChargeKind.Gst, ChargeKind.SttSell, ChargeKind.Stamp];
        foreach (var kind in always) yield return (kind, Product.Mis);
        if (segment == ChargeSegment.Options) yield return (ChargeKind.SttExercise, Product.Mis);
        if (broker != NoBroker) yield return (ChargeKind.BrokerageMost, Product.Mis);
        if (segment != ChargeSegment.Equity) yield break;
        yield return (ChargeKind.SttBuy, Product.Cnc);
        yield return (ChargeKind.SttSell, Product.Cnc);
        yield return (ChargeKind.Stamp, Product.Cnc);
        if (broker != NoBroker) yield return (ChargeKind.Dp, Product.Cnc);
    }

    private IEnumerable<ChargeRate> Of(Exchange exchange, ChargeSegment segment, string broker) =>
        from rate in rates
        where rate.Whose == ChargeRate.Everybody || rate.Whose == CalendarWords.Of(exchange) || rate.Whose == broker
        where rate.Segments.Contains(segment)
        select rate;

    private static string WhoseWords(ChargeRate rate, Exchange exchange) =>
        rate.Whose == ChargeRate.Everybody ? CalendarWords.Of(exchange) : rate.Whose;

    private static ChargeRates ReadBuiltIn()
    {
        var file = RateFile.BuiltIn();
        return file.Problems.Count == 0
            ? new ChargeRates(file.Rates) : throw new FormatException($"The built-in rates: {file.Problems[0]}");
    }
}
