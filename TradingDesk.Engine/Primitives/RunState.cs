namespace TradingDesk.Engine.Primitives;

/// <summary>Where a strategy's run stands.</summary>
public enum RunState : byte
{
    /// <summary>Declared and never started.</summary>
    Idle = 0,

    /// <summary>Takes in its history; it wishes nothing yet.</summary>
    Warming = 1,

    Running = 2,

    /// <summary>Takes candles in and opens nothing; what it holds is left by its stop, its target and its own exits.</summary>
    Paused = 3,

    /// <summary>Risk has stopped it: it opens nothing until a person starts it again.</summary>
    Halted = 4,

    /// <summary>It broke: it threw, gave what is no number, wished too much or held the desk up.</summary>
    Benched = 5,

    /// <summary>A person has stopped it; what it holds is still protected by its stops.</summary>
    Stopped = 6,

    /// <summary>It will not be started again.</summary>
    Retired = 7,
}

/// <summary>What a person may want of a run.</summary>
public enum RunAction : byte
{
    Start = 1,
    Pause = 2,
    Resume = 3,
    Stop = 4,

    /// <summary>Leave all that it holds, and pause.</summary>
    Flatten = 5,

    /// <summary>Say what it would want if the forming candle closed now, without acting on it.</summary>
    Evaluate = 6,
    Retire = 7,
}
