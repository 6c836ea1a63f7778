namespace TradingDesk.Engine.Portfolio.Charges;

/// <summary>What a rate is counted by.</summary>
internal enum RateUnit : byte
{
    Percent = 1,

    /// <summary>Rupees for each crore of rupees.</summary>
    PerCrore = 2,

    /// <summary>Rupees for each executed order.</summary>
    PerOrder = 3,

    /// <summary>Rupees for each scrip and day.</summary>
    PerScrip = 4,
}
