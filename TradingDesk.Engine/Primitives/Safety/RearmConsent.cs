namespace TradingDesk.Engine.Primitives.Safety;

/// <summary>How sure somebody is who wants a kill switch let go.</summary>
public enum RearmConsent : byte
{
    /// <summary>Asked for once: not enough.</summary>
    Asked = 1,

    /// <summary>Asked for and confirmed.</summary>
    Confirmed = 2,

    /// <summary>Also while positions are still being left.</summary>
    Forced = 3,
}
