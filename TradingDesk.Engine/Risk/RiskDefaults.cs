using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Risk;

/// <summary>The limits that an account has until a person sets others, as shares of the cash paid into it; made in `DeskModes`.</summary>
internal sealed record RiskDefaults
{
    public required int OrderValuePercent { get; init; }

    public required int ExposurePercent { get; init; }

    public required int DayLossPercent { get; init; }

    public required int DrawdownPercent { get; init; }

    public required int OrderUnits { get; init; }

    public required int CollarBasisPoints { get; init; }

    public required int PriceAgeSeconds { get; init; }

    public required int OpenOrders { get; init; }

    public required int TradesPerDay { get; init; }

    public RiskLimits Of(Money cash) => new()
    {
        OrderValue = Share(cash, OrderValuePercent),
        OrderUnits = OrderUnits,
        CollarBasisPoints = CollarBasisPoints,
        PriceAgeSeconds = PriceAgeSeconds,
        PositionValue = Share(cash, ExposurePercent),
        UnderlyingValue = Share(cash, ExposurePercent),
        GrossValue = Share(cash, ExposurePercent),
        NetValue = Share(cash, ExposurePercent),
        OpenOrders = OpenOrders,
        TradesPerDay = TradesPerDay,
        DayLoss = Share(cash, DayLossPercent),
        Drawdown = Share(cash, DrawdownPercent),
    };

    /// <summary>In whole paise, and never nothing: a limit of 0 could not be written.</summary>
    private static Money Share(Money cash, int percent)
    {
        const long Paisa = Price.Scale / 100;
        return new Money(Math.Max(Paisa, checked(cash.Scaled / 100 * percent) / Paisa * Paisa));
    }
}
