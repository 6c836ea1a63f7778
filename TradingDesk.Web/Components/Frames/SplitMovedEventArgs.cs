namespace TradingDesk.Web.Components.Frames;

/// <summary>The size, in the splitter's unit, that a person gave the part before or behind a splitter.</summary>
public sealed class SplitMovedEventArgs : EventArgs
{
    public int Size { get; set; }
}
