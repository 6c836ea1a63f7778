using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Chart;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Indicators;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Web.Pages.Charts.Money;

/// <summary>
/// The chosen account on a chart: its lines as they move, and the question that stands between a line that was let go and its order.
/// </summary>
public sealed partial class MoneyLayer(TradingHand trading, ChosenAccount chosen)
{
    private readonly AccountHand _hand = new(trading);
    private IReadOnlyList<ChartLine> _told = [];
    private string _toldOver = "";
    private LineMove? _move;
    private Price _wanted;
    private int _asked;
    private string _note = "";
    private bool _isTelling;
    private bool _tellsAgain;

    /// <summary>By which the form's fields are known on the page.</summary>
    [Parameter, EditorRequired] public string Id { get; set; } = "";

    /// <summary>Null until it is there.</summary>
    [Parameter] public CandleChart? Chart { get; set; }

    [Parameter, EditorRequired] public InstrumentLabel Instrument { get; set; } = null!;

    /// <summary>Asks whether what is behind a line shall be changed; until it is answered nothing is given.</summary>
    public async Task AskAsync(LineWish wish)
    {
        if (Chart is null) return;
        if (_hand.IsUnderWay)
        {
            await Chart.PutLineBackAsync(wish.Id, takesFocus: false);
            return;
        }

        if (_move is { } before && before.Id != wish.Id) await PutBackAsync(before, takesFocus: false);
        _move = LinesOf(Slice).FirstOrDefault(move => move.Id == wish.Id);
        _wanted = Price.FromRupees(wish.Price);
        _asked++;
        _note = _move is null ? "That cannot be moved now." : "";
        StateHasChanged();
        if (_move is null) await Chart.PutLineBackAsync(wish.Id, takesFocus: false);
    }

    /// <summary>The line stands where its order is, and nobody is asked any more.</summary>
    public Task LeaveAsync() => _hand.IsUnderWay ? Task.CompletedTask : EndAsync("");

    protected override AccountView? ReadSlice() => chosen.In(Desk.Current);

    protected override async Task OnParametersSetAsync()
    {
        if (_move is { } move && LinesOf(Slice).All(line => line.Id != move.Id)) await EndAsync("");
        await TellAsync();
    }

    protected override async Task SliceChangedAsync()
    {
        if (_move is { } move && !_hand.IsUnderWay && move.SeenIn(Slice) is null)
            await EndAsync($"{move.Subject} is not any more as it was when you were asked; it was not changed from here.");
        await TellAsync();
    }

    private IEnumerable<LineMove> LinesOf(AccountView? account) => account is null ? [] : MoneyLines.Movable(account, Instrument);

    private async Task ChangeAsync(DeskCommand change)
    {
        if (_move is not { } move || Slice is not { } account) return;
        var isAccepted = await _hand.GiveAsync(account.Name, change, move.Wish);
        if (isAccepted && _move == move) await EndAsync("");
        else StateHasChanged();
    }

    private async Task EndAsync(string note)
    {
        if (_move is not { } move) return;
        (_move, _note) = (null, note);
        StateHasChanged();
        await PutBackAsync(move, takesFocus: true);
    }

    private async Task PutBackAsync(LineMove move, bool takesFocus)
    {
        if (Chart is not null) await Chart.PutLineBackAsync(move.Id, takesFocus);
    }

    private void ForgetNote() => _note = "";

    /// <summary>One call at a time; what changes while the browser takes it is told after it.</summary>
    private async Task TellAsync()
    {
        _tellsAgain = true;
        if (_isTelling) return;
        _isTelling = true;
        try
        {
            while (_tellsAgain)
            {
                _tellsAgain = false;
                await TellOnceAsync();
            }
        }
        finally
        {
            _isTelling = false;
        }
    }

    private async Task TellOnceAsync()
    {
        if (Chart is not { IsReady: true, IsShown: true } chart || Slice is not { } account) return;
        var (over, lines) = (ScopeWords.Of(Instrument), MoneyLines.Of(account, Instrument));
        if (over != _toldOver) _told = [];
        var changed = lines.Except(_told).ToArray();
        if (over == _toldOver && changed.Length == 0 && lines.Count == _told.Count) return;
        var isTold = await chart.TellLinesAsync(over, lines.Select(line => line.Id), changed);
        (_toldOver, _told) = isTold ? (over, lines) : ("", []);
    }
}
