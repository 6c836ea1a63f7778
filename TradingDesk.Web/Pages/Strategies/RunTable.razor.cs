using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Web.Components.Tables;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Web.Pages.Strategies;

/// <summary>Runs in rows: what each is, where it stands, what it holds and earned, its newest signal with why, and its buttons.</summary>
public sealed partial class RunTable(IDeskView desk) : ComponentBase
{
    private TableColumn<RunView>[] _columns = [];

    [Parameter, EditorRequired] public IReadOnlyList<RunView> Runs { get; set; } = [];

    [Parameter] public TableStanding Standing { get; set; } = TableStanding.Ready;

    [Parameter] public string Empty { get; set; } = "";

    /// <summary>For a place beside a chart: nothing can be done here, and the account is the chosen one.</summary>
    [Parameter] public bool IsShort { get; set; }

    /// <summary>Null where nothing can be done.</summary>
    [Parameter] public AccountHand? Hand { get; set; }

    [Parameter] public EventCallback OnMoved { get; set; }

    private DateOnly Today => desk.Current.Market.MarketTime.IndiaDate;

    protected override void OnInitialized() => _columns = [.. MakeColumns()];

    private static Dictionary<string, object> MarksOf(RunView run) =>
        new() { ["data-run"] = run.Id.Number, ["data-state"] = run.State };

    private InstrumentLabel LabelOf(RunView run) => desk.Current.Quotes.All[run.Instrument.Index].Instrument;

    private string AccountOf(RunView run) => desk.Current.NameOf(run.Account);

    private string HoldsOf(RunView run) => RunText.Holds(run, desk.Current.Quotes.All);
}
