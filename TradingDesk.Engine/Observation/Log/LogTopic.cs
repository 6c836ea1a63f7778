namespace TradingDesk.Engine.Observation.Log;

/// <summary>What a line of the log is about.</summary>
public enum LogTopic
{
    /// <summary>An order, from its acceptance to its end.</summary>
    Order = 1,

    /// <summary>An intent that the desk refused.</summary>
    Refusal = 2,

    /// <summary>A strategy's run or its signal.</summary>
    Strategy = 3,

    /// <summary>An account's cash and days.</summary>
    Money = 4,

    /// <summary>Limits, states, kill switches, arming.</summary>
    Safety = 5,

    Alert = 6,

    /// <summary>A start of the desk.</summary>
    Desk = 7,
}
