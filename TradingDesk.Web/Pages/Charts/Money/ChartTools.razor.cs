using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Web.Live;

namespace TradingDesk.Web.Pages.Charts.Money;

/// <summary>The popover of what can be done with a chart: its scale, its picture, and to move what a line's tag moves.</summary>
public sealed partial class ChartTools(ChosenAccount chosen)
{
    private LineMove[] _moves = [];

    /// <summary>The popover's id, by which buttons open it.</summary>
    [Parameter, EditorRequired] public string Id { get; set; } = "";

    [Parameter, EditorRequired] public InstrumentLabel Instrument { get; set; } = null!;

    [Parameter] public bool IsLog { get; set; }

    [Parameter] public EventCallback<bool> OnLog { get; set; }

    [Parameter] public EventCallback OnPicture { get; set; }

    [Parameter] public EventCallback<LineMove> OnMove { get; set; }

    protected override AccountView? ReadSlice() => chosen.In(Desk.Current);

    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        _moves = Moves();
    }

    // The account's money moves all the time, what can be moved here seldom.
    protected override Task SliceChangedAsync()
    {
        var moves = Moves();
        if (_moves.SequenceEqual(moves)) return Task.CompletedTask;
        _moves = moves;
        return base.SliceChangedAsync();
    }

    private LineMove[] Moves() => Slice is { } account ? [.. MoneyLines.Movable(account, Instrument)] : [];

    private string WordsOf(LineMove move) => move.WordsFor(Instrument);
}
