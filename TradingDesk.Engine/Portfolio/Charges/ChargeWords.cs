using System.Globalization;
using TradingDesk.Engine.Market.Sessions;

namespace TradingDesk.Engine.Portfolio.Charges;

/// <summary>Charges in words and figures as a trader in India writes them.</summary>
internal static class ChargeWords
{
    private static readonly NumberFormatInfo _indian = new() { NumberGroupSizes = [3, 2] };

    /// <summary>Two places, in lakh and crore.</summary>
    public static string Rupees(decimal rupees) => rupees.ToString("N2", _indian);

    public static string Units(long units) => units.ToString("N0", _indian);

    public static string Of(ChargeLine line) => line.ToString().ToLowerInvariant();

    /// <summary>What a trader calls a line.</summary>
    public static string NameOf(ChargeLine line) => line switch
    {
        ChargeLine.Stt => "STT",
        ChargeLine.Transaction => "Exchange",
        ChargeLine.Ipft => "IPFT",
        ChargeLine.Sebi => "SEBI",
        ChargeLine.Stamp => "Stamp duty",
        ChargeLine.Gst => "GST",
        ChargeLine.Dp => "DP",
        _ => "Brokerage",
    };

    /// <summary>What a part was taken of and at which rate, such as `0.05 % of 16,28,250.00 sold`.</summary>
    public static string Of(ChargePart part)
    {
        var rate = part.Rates[0];
        return part.Line switch
        {
            ChargeLine.Brokerage => $"{Count(part.Count, "order")} of {Rupees(part.Base.Rupees)}, {Each(part)}",
            ChargeLine.Dp => $"{Count(part.Count, "scrip")} at {Figure(rate.Rate)}",
            ChargeLine.Sebi => $"{Figure(rate.Rate)} a crore of {Rupees(part.Base.Rupees)}",
            _ => $"{Figure(rate.Rate)} % of {Rupees(part.Base.Rupees)}{What(rate.Kind)}",
        };
    }

    /// <summary>The rates of a part that nobody has confirmed, as sentences.</summary>
    public static IEnumerable<string> Doubts(ChargePart part) =>
        part.Rates.Where(rate => rate.Certainty == Certainty.Unconfirmed).Select(rate => $"{Of(part.Line)}: {rate.Remark}");

    private static string Each(ChargePart part)
    {
        var share = part.Rates.FirstOrDefault(rate => rate.Kind == ChargeKind.BrokerageShare);
        var most = part.Rates.First(rate => rate.Kind == ChargeKind.BrokerageMost);
        return share is null ? $"{Figure(most.Rate)} each" : $"{Figure(share.Rate)} % and at most {Figure(most.Rate)} each";
    }

    private static string What(ChargeKind kind) => kind switch
    {
        ChargeKind.SttBuy or ChargeKind.Stamp => " bought",
        ChargeKind.SttSell => " sold",
        ChargeKind.SttExercise => " exercised",
        _ => "",
    };

    private static string Count(int count, string thing) => $"{Units(count)} {thing}{(count == 1 ? "" : "s")}";

    private static string Figure(decimal rate) => rate.ToString("0.########", CultureInfo.InvariantCulture);
}
