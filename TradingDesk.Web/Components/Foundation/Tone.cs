namespace TradingDesk.Web.Components.Foundation;

/// <summary>What a colour means; never said by colour alone.</summary>
public enum Tone
{
    Neutral = 0,
    Up = 1,
    Down = 2,
    Accent = 3,
    Warn = 4,
    Bad = 5,
}
