using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line;

/// <summary>Something that happened or will happen, in the order of time: a simulated market, later a recorded one.</summary>
internal interface IInputSource
{
    /// <summary>The next input, if it happened at or before the moment.</summary>
    bool TryRead(Instant through, out DeskInput input);

    /// <summary>Leaves out what lies before the moment: the desk was away and nobody received it.</summary>
    void SkipTo(Instant moment);
}
