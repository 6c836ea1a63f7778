namespace TradingDesk.Engine.Primitives;

/// <summary>The number of a strategy's run, from 1, never given again; 0 is the book that people trade by hand.</summary>
public readonly record struct RunId(short Number)
{
    public static RunId None => default;

    public bool IsNone => Number == 0;
}
