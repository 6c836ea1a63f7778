using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Pages.Desk;
using TradingDesk.Web.Pages.Orders;
using TradingDesk.Web.Pages.Ticket;

namespace TradingDesk.Web.Pages.Positions;

/// <summary>One position in a list; it renders only when the position is another object.</summary>
public sealed partial class PositionRow : ComponentBase
{
    private (PositionView? Position, bool IsBusy, bool Asks) _shown;

    [Parameter, EditorRequired] public PositionView Position { get; set; } = null!;

    [Parameter, EditorRequired] public InstrumentLabel Instrument { get; set; } = null!;

    [Parameter] public bool IsBusy { get; set; }

    /// <summary>Whether an exit is asked about first.</summary>
    [Parameter] public bool Asks { get; set; } = true;

    [Parameter] public EventCallback OnExit { get; set; }

    private string Name => $"{Labels.ShortName(Instrument)} {OrderWords.Of(Position.Product)}";

    private string Question =>
        $"{(Position.Units > 0 ? "Sell" : "Buy")} {Tradable.Units(Math.Abs(Position.Units), Instrument)} at the market?";

    private string NetTitle => $"Realised {IndianNumbers.SignedRupees(Position.Realised.Rupees)}, "
        + $"unrealised {IndianNumbers.SignedRupees(Position.Unrealised.Rupees)}, charges {IndianNumbers.Rupees(Position.Charges.Rupees)}";

    private string LotsText => Tradable.IsDerivative(Instrument) && Position.Units != 0 && Position.Units % Instrument.Lot == 0
        ? Tradable.Lots(Position.Units / Instrument.Lot) : "";

    // What is shown is noted by the markup itself: a render that waits in the queue takes newer parameters than were asked about here.
    protected override bool ShouldRender() =>
        !ReferenceEquals(_shown.Position, Position) || (_shown.IsBusy, _shown.Asks) != (IsBusy, Asks);
}
