using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Pages.Ticket;

/// <summary>What became of a ticket, followed by its intent's number: each of its orders as far as the evidence goes.</summary>
public sealed partial class TicketOutcome
{
    [Parameter, EditorRequired] public CommandReceipt Receipt { get; set; } = null!;

    [Parameter, EditorRequired] public string Account { get; set; } = "";

    private OrderView[] Orders => [.. (Slice ?? []).Where(order => order.Id.Intent == Receipt.Intent).OrderBy(order => order.Id.Slice)];

    protected override IReadOnlyList<OrderView>? ReadSlice() =>
        Desk.Current.Accounts.FirstOrDefault(account => account.Name == Account)?.Orders;

    private static string Filled(OrderView order)
    {
        var part = $"{IndianNumbers.Whole(order.Filled.Units)} of {IndianNumbers.Whole(order.Quantity.Units)}";
        return order.Average.Scaled == 0 ? part : $"{part} at {IndianNumbers.Plain(order.Average.Rupees)}";
    }
}
