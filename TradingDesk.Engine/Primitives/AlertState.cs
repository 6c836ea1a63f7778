namespace TradingDesk.Engine.Primitives;

/// <summary>Where an alert stands.</summary>
public enum AlertState : byte
{
    /// <summary>Its condition was true when it was armed: it must be false once before it can fire.</summary>
    Waiting = 1,

    /// <summary>It fires as soon as its condition is true.</summary>
    Armed = 2,

    /// <summary>It has fired and stays so until a person arms it again.</summary>
    Fired = 3,
}

/// <summary>On which side of its level a value lies.</summary>
internal enum AlertSide : byte
{
    /// <summary>There is no value, or no level, to judge.</summary>
    Unknown = 0,
    Below = 1,
    At = 2,
    Above = 3,
}

/// <summary>What an alert's value counts.</summary>
internal enum AlertUnit : byte
{
    None = 0,

    /// <summary>A price in 1e-4 rupee.</summary>
    Price = 1,

    /// <summary>An amount in 1e-4 rupee.</summary>
    Money = 2,

    /// <summary>A value of an indicator.</summary>
    Number = 3,
    Seconds = 4,
    Count = 5,

    /// <summary>The state of a run.</summary>
    RunState = 6,
}
