using System.Globalization;
using TradingDesk.Cli.CommandLine;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Portfolio.Charges;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Charges;

/// <summary>What is to be calculated: the rates of a day and the legs.</summary>
internal sealed record ChargeCase(ChargeSchedule Schedule, Product Product, IReadOnlyList<ChargeLeg> Legs)
{
    private const int LegsMost = 1_000;

    public static string TryRead(Arguments arguments, out ChargeCase? request)
    {
        request = null;
        if (!DateOnly.TryParseExact(arguments["--date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return Refuse(arguments, "--date", "a day such as 2026-04-01 is needed");
        Exchange? exchange = arguments["--exchange"].ToUpperInvariant() switch { "NSE" => Exchange.Nse, "BSE" => Exchange.Bse, _ => null };
        if (exchange is null) return Refuse(arguments, "--exchange", "allowed are NSE and BSE");
        if (RateWords.FindSegment(arguments["--segment"].ToLowerInvariant()) is not { } segment)
            return Refuse(arguments, "--segment", $"allowed are {RateWords.Segments}");
        Product[] allowed = segment == ChargeSegment.Equity ? [Product.Cnc, Product.Mis] : [Product.Nrml, Product.Mis];
        if (RateWords.FindProduct(arguments["--product"].ToUpperInvariant()) is not { } product || !allowed.Contains(product))
        {
            var words = string.Join(" and ", allowed.Select(RateWords.Of));
            return Refuse(arguments, "--product", $"allowed for {RateWords.Of(segment)} are {words}");
        }

        var problem = ReadLegs(arguments.All("--leg"), segment == ChargeSegment.Options, out var legs);
        if (problem.Length > 0) return problem;
        var broker = arguments["--broker"].ToLowerInvariant();
        var rates = ChargeRates.BuiltIn;
        if (!rates.Brokers.Contains(broker)) return Refuse(arguments, "--broker", $"allowed are {string.Join(", ", rates.Brokers)}");
        if (rates.On(date, exchange.Value, segment, broker) is not { } schedule)
            return $"charges: --date: {rates.Refusal(date, exchange.Value, segment, broker)}";
        request = new ChargeCase(schedule, product, legs);
        return "";
    }

    private static string ReadLegs(IReadOnlyList<string> words, bool isOption, out IReadOnlyList<ChargeLeg> legs)
    {
        var read = new List<ChargeLeg>();
        legs = read;
        if (words.Count > LegsMost) return $"charges: --leg is given {words.Count} times; allowed are 1,000 legs.";
        foreach (var word in words)
        {
            var problem = ChargeLeg.TryParse(word, isOption, out var leg);
            if (problem.Length > 0) return problem;
            read.Add(leg!);
        }

        return "";
    }

    private static string Refuse(Arguments arguments, string option, string allowed) =>
        $"charges: {option} {Echo.Of(arguments[option])} cannot be; {allowed}.";
}
