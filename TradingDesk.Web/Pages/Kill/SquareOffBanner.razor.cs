namespace TradingDesk.Web.Pages.Kill;

/// <summary>Says across every page that intraday positions outlived their session.</summary>
public sealed partial class SquareOffBanner
{
    protected override string? ReadSlice() => Desk.Current.SquareOffTrouble;
}
