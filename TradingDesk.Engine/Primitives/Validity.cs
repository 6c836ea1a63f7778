namespace TradingDesk.Engine.Primitives;

/// <summary>How long an order works.</summary>
public enum Validity : byte
{
    Day = 1,

    /// <summary>Immediate or cancel: what does not trade at once is cancelled.</summary>
    Ioc = 2,
}
