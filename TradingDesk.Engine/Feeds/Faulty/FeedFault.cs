namespace TradingDesk.Engine.Feeds.Faulty;

/// <summary>The ways in which a feed misbehaves; any of them together.</summary>
[Flags]
internal enum FeedFault
{
    None = 0,

    /// <summary>Nothing comes for some seconds while time goes on.</summary>
    Mute = 1,

    /// <summary>The same for one instrument at a time, for up to a minute.</summary>
    MuteOne = 2,

    /// <summary>For some seconds fifty ticks come for each.</summary>
    Burst = 4,

    /// <summary>The same tick comes twice, the second time perhaps later.</summary>
    Duplicate = 8,

    /// <summary>A tick comes up to three seconds after its time, others before it.</summary>
    Reorder = 16,

    /// <summary>A tick comes when its second is long over.</summary>
    Late = 32,

    /// <summary>Prices of zero, below it, or above all that is traded.</summary>
    BadPrice = 64,

    /// <summary>Any bits in any field, times of the far past and future among them.</summary>
    Garbage = 128,

    /// <summary>The exchange's clock and the desk's are apart, by more and less, before and behind.</summary>
    Skew = 256,

    /// <summary>The day's volume begins anew, or is zero for one tick.</summary>
    VolumeReset = 512,

    All = 1_023,
}
