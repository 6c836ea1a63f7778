namespace TradingDesk.Web.Pages.Desk;

/// <summary>Says across every page that the journal cannot be written, and what the desk takes meanwhile.</summary>
public sealed partial class JournalBanner
{
    protected override string? ReadSlice() => Desk.Current.JournalTrouble;
}
