using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Components.Chart;

/// <summary>Candles, volume and indicators drawn by lightweight-charts; its user gives it rows, it asks for older ones.</summary>
public sealed partial class CandleChart(IJSRuntime js) : ComponentBase, IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _patienceWithHistory = TimeSpan.FromSeconds(15);

    private ElementReference _canvas;
    private ElementReference _legend;
    private ElementReference _toNow;
    private ElementReference _tags;
    private ElementReference _chip;
    private ElementReference _tip;
    private IJSObjectReference? _module;
    private IJSObjectReference? _chart;
    private DotNetObjectReference<CandleChart>? _self;

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>What stands between the legend and the candles.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    /// <summary>The drawing surface is there; from now on the chart takes rows.</summary>
    [Parameter] public EventCallback OnReady { get; set; }

    /// <summary>The person scrolled near the oldest candle.</summary>
    [Parameter] public EventCallback OnOlderWanted { get; set; }

    /// <summary>The id of the popover where an indicator is edited or removed; without one the legend offers neither.</summary>
    [Parameter] public string? ToolsPopover { get; set; }

    /// <summary>The person asked to edit an indicator, by its spec; the popover is open.</summary>
    [Parameter] public EventCallback<string> OnEditWanted { get; set; }

    /// <summary>The person asked to remove an indicator, by its spec; the popover is open.</summary>
    [Parameter] public EventCallback<string> OnRemoveWanted { get; set; }

    /// <summary>Which indicators this browser does not draw changed.</summary>
    [Parameter] public EventCallback<ChartStanding> OnStandingChanged { get; set; }

    /// <summary>The person let a line go at a price, or asked to move it; nothing has moved yet.</summary>
    [Parameter] public EventCallback<LineWish> OnMoveWanted { get; set; }

    /// <summary>The person pressed Escape while being asked.</summary>
    [Parameter] public EventCallback OnMoveDropped { get; set; }

    /// <summary>The browser hides it, or shows it again.</summary>
    [Parameter] public EventCallback<bool> OnShownChanged { get; set; }

    /// <summary>Whether the browser shows it: what nobody can see needs nothing told.</summary>
    public bool IsShown { get; private set; } = true;

    public bool IsReady => _chart is not null;

    /// <summary>
    /// Replaces everything shown; rows are oldest first. Under the title and length of candles that are shown already the view stays as
    /// it is, with other columns. False, here and below: the browser may show something else.
    /// </summary>
    public Task<bool> ShowAsync(ChartSetup setup, IEnumerable<ChartRow> rows) =>
        TryAsync("show", _patienceWithHistory, setup, Arrays(rows));

    /// <summary>Puts one row where its start belongs: the forming candle, or a new one after it.</summary>
    public Task<bool> UpdateAsync(ChartRow row) => TryAsync("update", _patience, [row.ToArray()]);

    /// <summary>Puts closed candles in the place of what was shown while they formed.</summary>
    public Task<bool> SettleAsync(IEnumerable<ChartRow> rows) => TryAsync("settle", _patience, [Arrays(rows)]);

    /// <summary>Adds older rows at the left; none means there are no older ones.</summary>
    public Task<bool> PrependAsync(IEnumerable<ChartRow> rows) => TryAsync("prepend", _patienceWithHistory, [Arrays(rows)]);

    /// <summary>Marks candles with what was wished at them, oldest first; those of candles that are not shown wait for them.</summary>
    public Task<bool> SignalAsync(IEnumerable<ChartMark> marks) => TryAsync("signal", _patience, [marks.Select(MarkArray).ToArray()]);

    /// <summary>Says how many closed candles the newest values have behind them; null once all indicators are ready.</summary>
    public Task<bool> TellProgressAsync(int? seen) => TryAsync("progress", _patience, seen);

    /// <summary>
    /// The lines across the candles of that title: all ids in order, and those lines that changed since the last call. Over other candles
    /// they are not drawn.
    /// </summary>
    public Task<bool> TellLinesAsync(string title, IEnumerable<string> ids, IEnumerable<ChartLine> changed) =>
        TryAsync("money.set", _patience, title, ids.ToArray(), changed.Select(line => line.ToArray()).ToArray());

    /// <summary>A line that was let go elsewhere stands where its order is.</summary>
    public Task<bool> PutLineBackAsync(string id, bool takesFocus) => TryAsync("money.putBack", _patience, id, takesFocus);

    /// <summary>The line is shown where a person typed it, while being asked.</summary>
    public Task<bool> MoveLineAsync(string id, decimal price) => TryAsync("money.moveTo", _patience, id, price);

    /// <summary>The trades of the candles of that title, oldest first.</summary>
    public Task<bool> TellTradesAsync(string title, IEnumerable<ChartTrade> trades) =>
        TryAsync("tellTrades", _patience, title, trades.Select(TradeArray).ToArray());

    public Task<bool> ScaleAsync(bool isLog) => TryAsync("scale", _patience, isLog);

    /// <summary>The browser saves a picture of what is shown under that name.</summary>
    public Task<bool> SavePictureAsync(string name, string caption) => TryAsync("picture", _patience, name, caption);

    /// <summary>Hides what is drawn, draws what is hidden or folded.</summary>
    public Task<bool> ToggleAsync(string spec) => TryAsync("toggle", _patience, spec);

    [JSInvokable]
    public Task OlderWantedAsync() => OnOlderWanted.InvokeAsync();

    [JSInvokable]
    public Task EditWantedAsync(string spec) => OnEditWanted.InvokeAsync(spec);

    [JSInvokable]
    public Task RemoveWantedAsync(string spec) => OnRemoveWanted.InvokeAsync(spec);

    [JSInvokable]
    public Task MoveWantedAsync(string id, decimal price) => OnMoveWanted.InvokeAsync(new LineWish(id, price));

    [JSInvokable]
    public Task MoveDroppedAsync() => OnMoveDropped.InvokeAsync();

    [JSInvokable]
    public Task ShownChangedAsync(bool isShown)
    {
        IsShown = isShown;
        return OnShownChanged.InvokeAsync(isShown);
    }

    [JSInvokable]
    public Task StandingChangedAsync(string[] hidden, string[] folded) =>
        OnStandingChanged.InvokeAsync(new ChartStanding(hidden, folded));

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _self = DotNetObjectReference.Create(this);
        _module = await js.InvokeAsync<IJSObjectReference>("import", "./lib/chart.js");
        var parts = new { canvas = _canvas, legend = _legend, toNow = _toNow, tags = _tags, chip = _chip, tip = _tip };
        _chart = await _module.InvokeAsync<IJSObjectReference>("createDeskChart", parts, _self, ToolsPopover);
        await OnReady.InvokeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        if (_chart is not null) await _chart.TryInvokeAsync("dispose", _patience);
        try
        {
            if (_chart is not null) await _chart.DisposeAsync();
            if (_module is not null) await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its chart with it.
        }
    }

    private static long[] MarkArray(ChartMark mark) => [mark.StartSeconds, mark.Way, mark.IsActed ? 1 : 0];

    private static object[] TradeArray(ChartTrade trade) => [trade.Second, trade.Way, trade.Words, trade.Reason];

    private static object?[][] Arrays(IEnumerable<ChartRow> rows) => [.. rows.Select(row => row.ToArray())];

    private async Task<bool> TryAsync(string method, TimeSpan patience, params object?[] arguments) =>
        _chart is not null && await _chart.TryInvokeAsync(method, patience, arguments);
}
