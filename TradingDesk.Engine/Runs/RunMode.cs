namespace TradingDesk.Engine.Runs;

/// <summary>What a run's decisions are for.</summary>
internal enum RunMode : byte
{
    /// <summary>It trades by its own strategy on a paper account.</summary>
    Paper = 1,

    /// <summary>A paper run bound to another: started and stopped with it, deciding by itself in a book of its own.</summary>
    Shadow = 2,

    /// <summary>It has no strategy of its own and acts on another run's signals.</summary>
    Follow = 3,

    /// <summary>For a live venue to come.</summary>
    Live = 4,
}
