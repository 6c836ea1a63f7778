namespace TradingDesk.Tests.Browser;

/// <summary>The window and the colours a page is looked at with.</summary>
internal sealed record DeskLook(int Width, int Height, string Theme = "dark", string Palette = "standard")
{
    public static DeskLook Wide { get; } = new(1440, 900);

    public static DeskLook Phone { get; } = new(390, 844);
}
