namespace TradingDesk.Engine.Market.Sessions;

/// <summary>What an entry of the calendar says of its days.</summary>
internal enum EntryKind : byte
{
    /// <summary>Every day of the span is known: listed here or a plain one.</summary>
    Known = 1,

    /// <summary>The exchange keeps the days and hours of another one, unless entries of its own say otherwise.</summary>
    Follows = 2,

    /// <summary>The phases of a plain weekday.</summary>
    Shape = 3,

    /// <summary>Minutes before the end of continuous trading at which the desk leaves positions of the day.</summary>
    SquareOff = 4,

    /// <summary>Nothing trades.</summary>
    Closed = 5,

    /// <summary>A plain day, whatever the weekday and whatever stood here before.</summary>
    Regular = 6,

    /// <summary>The day has phases of its own.</summary>
    Session = 7,
}
