using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Components.Tables;
using TradingDesk.Web.Pages.Desk;
using TradingDesk.Web.Pages.Orders;
using TradingDesk.Web.Pages.Ticket;

namespace TradingDesk.Web.Pages.Positions;

/// <summary>Positions in rows, holdings apart, each with its exit; an account's own sums stand below its positions.</summary>
public sealed partial class PositionTable(IDeskView desk) : ComponentBase
{
    private static readonly TableGroup _holdings = new("Holdings", "shares delivered on an earlier day");

    private TableColumn<PositionView>[] _columns = [];
    private IReadOnlyList<PositionView> _given = [];
    private IReadOnlyList<PositionView> _rows = [];

    [Parameter] public string Id { get; set; } = "positions";

    [Parameter, EditorRequired] public IReadOnlyList<PositionView> Positions { get; set; } = [];

    /// <summary>Whose sums stand below; null where the positions are not all of an account's.</summary>
    [Parameter] public AccountView? Account { get; set; }

    [Parameter] public TableStanding Standing { get; set; } = TableStanding.Ready;

    [Parameter, EditorRequired] public string Empty { get; set; } = "";

    [Parameter] public bool IsBusy { get; set; }

    /// <summary>Whether an exit is asked about first.</summary>
    [Parameter] public bool Asks { get; set; } = true;

    [Parameter] public EventCallback<PositionView> OnExit { get; set; }

    protected override void OnParametersSet()
    {
        if (_columns.Length == 0) _columns = [.. MakeColumns().Select(column => Account is null ? column with { Total = null } : column)];
        if (ReferenceEquals(_given, Positions)) return;
        _given = Positions;
        _rows = [.. Positions.OrderBy(position => position.HeldUnits != 0)];
    }

    private static object KeyOf(PositionView position) => (position.Instrument, position.Product, position.Run);

    private static TableGroup? GroupOf(PositionView position) => position.HeldUnits == 0 ? null : _holdings;

    private static string ClassOf(PositionView position) =>
        $"position-row {(position.IsStale ? "stale" : "")} {(position.Units == 0 ? "flat" : "")}".TrimEnd();

    private static Dictionary<string, object> MarksOf(PositionView position) => new() { ["data-units"] = position.Units };

    private static string NetTitle(PositionView position) => $"Realised {IndianNumbers.SignedRupees(position.Realised.Rupees)}, "
        + $"unrealised {IndianNumbers.SignedRupees(position.Unrealised.Rupees)}, charges {IndianNumbers.Rupees(position.Charges.Rupees)}";

    private InstrumentLabel LabelOf(PositionView position) => desk.Current.Quotes.All[position.Instrument.Index].Instrument;

    private string Name(PositionView position) => $"{Labels.ShortName(LabelOf(position))} {OrderWords.Of(position.Product)}";

    private string Price(PositionView position, Price price) =>
        price.Scaled == 0 ? IndianNumbers.Nothing : Labels.Price(price, LabelOf(position));

    private string Question(PositionView position) =>
        $"{(position.Units > 0 ? "Sell" : "Buy")} {Tradable.Units(Math.Abs(position.Units), LabelOf(position))} at the market?";

    private string LotsOf(PositionView position) =>
        Tradable.IsDerivative(LabelOf(position)) && position.Units != 0 && position.Units % LabelOf(position).Lot == 0
            ? Tradable.Lots(position.Units / LabelOf(position).Lot) : "";
}
