namespace TradingDesk.Engine.Portfolio.Charges;

/// <summary>What one dated rate is the rate of; some lines of a note are made of several.</summary>
internal enum ChargeKind : byte
{
    BrokerageShare = 0,

    /// <summary>The most brokerage of one order; all of it where no share is given.</summary>
    BrokerageMost = 1,

    /// <summary>The least brokerage of one order.</summary>
    BrokerageLeast = 2,
    SttBuy = 3,
    SttSell = 4,

    /// <summary>Paid by who exercises a bought option, of its intrinsic value.</summary>
    SttExercise = 5,
    Transaction = 6,

    /// <summary>The exchange's fund for the protection of investors.</summary>
    Ipft = 7,
    Sebi = 8,

    /// <summary>Paid by the buyer.</summary>
    Stamp = 9,
    Gst = 10,

    /// <summary>The depository's and the broker's charge for shares that leave the holdings.</summary>
    Dp = 11,
}
