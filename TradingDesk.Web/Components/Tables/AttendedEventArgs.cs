namespace TradingDesk.Web.Components.Tables;

/// <summary>Whether a pointer or the focus is on a table's rows.</summary>
public sealed class AttendedEventArgs : EventArgs
{
    public bool IsAttended { get; set; }
}
