using System.Globalization;
using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Commands.Alerts;
using TradingDesk.Engine.Observation.Alerts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Components.Tables;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Web.Pages.Alerts;

/// <summary>Alerts with their state, what they saw and what can be done with each.</summary>
public sealed partial class AlertTable : ComponentBase
{
    private static readonly TableGroup _fired = new("Fired", "silent until armed again");
    private static readonly TableGroup _watching = new("Watching");

    private TableColumn<AlertView>[] _columns = [];

    /// <summary>What fired before what watches.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<AlertView> Alerts { get; set; } = [];

    [Parameter, EditorRequired] public AccountHand Hand { get; set; } = null!;

    [Parameter] public TableStanding Standing { get; set; } = TableStanding.Ready;

    protected override void OnInitialized() => _columns = MakeColumns();

    private static TableGroup GroupOf(AlertView alert) => alert.State == AlertState.Fired ? _fired : _watching;

    private static Dictionary<string, object> MarksOf(AlertView alert) => new() { ["data-alert"] = alert.Number };

    private static string WordOf(AlertView alert) => alert switch
    {
        { State: AlertState.Fired } => "Fired",
        { IsBlind: true } => "Blind",
        { State: AlertState.Waiting } => "Waiting",
        _ => "Armed",
    };

    private static Tone ToneOf(AlertView alert) => alert switch
    {
        { State: AlertState.Fired } => Tone.Bad,
        { IsBlind: true } => Tone.Warn,
        { State: AlertState.Waiting } => Tone.Neutral,
        _ => Tone.Accent,
    };

    private static string MeaningOf(AlertView alert) => alert switch
    {
        { State: AlertState.Fired } => "It has fired and stays so until it is armed again.",
        { IsBlind: true } => "What it is about is not there: it cannot fire.",
        { State: AlertState.Waiting } => "It waits to see its condition false, or a crossing its first side; then it can fire.",
        _ => "It fires as soon as its condition becomes true.",
    };

    private static string OrNothing(string value) => value.Length == 0 ? IndianNumbers.Nothing : value;

    private static string FiredOf(AlertView alert) => alert.FiredAt is not { } at ? "never"
        : TimeOf(at) + (alert.FiredValue.Length == 0 ? "" : $" at {alert.FiredValue}");

    private static string TimeOf(Instant at) => at.ToIndia().ToString("d MMM HH:mm:ss", CultureInfo.InvariantCulture);

    private Task<bool> RearmAsync(AlertView alert) => Hand.GiveAsync("", new RearmAlert(alert.Number), "Arm again");

    private Task<bool> RemoveAsync(AlertView alert) => Hand.GiveAsync("", new RemoveAlert(alert.Number), "Remove");
}
