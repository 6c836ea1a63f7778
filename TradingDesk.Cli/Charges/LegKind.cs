namespace TradingDesk.Cli.Charges;

/// <summary>What a leg does.</summary>
internal enum LegKind : byte
{
    Buy = 1,
    Sell = 2,

    /// <summary>A bought option that expires in the money.</summary>
    Exercise = 3,
}
