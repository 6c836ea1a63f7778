using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Portfolio.Charges;

/// <summary>What one rate charges to a line, for whoever wants to check it.</summary>
/// <param name="Rates">The rate, and of brokerage its most and least.</param>
/// <param name="Base">The value the rate is taken of; of brokerage the value of its orders.</param>
/// <param name="Count">How many orders or scrips were counted; 0 where a value was taken.</param>
/// <param name="Exact">Rupees before the line was rounded.</param>
internal sealed record ChargePart(ChargeLine Line, IReadOnlyList<ChargeRate> Rates, bool IsDelivered, Money Base, int Count, decimal Exact)
{
    public bool IsConfirmed => Rates.All(rate => rate.Certainty != Certainty.Unconfirmed);

    /// <summary>The line that a rate is a part of.</summary>
    public static ChargeLine LineOf(ChargeKind kind) => kind switch
    {
        ChargeKind.BrokerageShare or ChargeKind.BrokerageMost or ChargeKind.BrokerageLeast => ChargeLine.Brokerage,
        ChargeKind.SttBuy or ChargeKind.SttSell or ChargeKind.SttExercise => ChargeLine.Stt,
        ChargeKind.Transaction => ChargeLine.Transaction,
        ChargeKind.Ipft => ChargeLine.Ipft,
        ChargeKind.Sebi => ChargeLine.Sebi,
        ChargeKind.Stamp => ChargeLine.Stamp,
        ChargeKind.Gst => ChargeLine.Gst,
        ChargeKind.Dp => ChargeLine.Dp,
    };
}
