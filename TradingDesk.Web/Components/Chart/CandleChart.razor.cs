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
    private IJSObjectReference? _module;
    private IJSObjectReference? _chart;
    private DotNetObjectReference<CandleChart>? _self;

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>The drawing surface is there; from now on the chart takes rows.</summary>
    [Parameter] public EventCallback OnReady { get; set; }

    /// <summary>The person scrolled near the oldest candle.</summary>
    [Parameter] public EventCallback OnOlderWanted { get; set; }

    public bool IsReady => _chart is not null;

    /// <summary>Replaces everything shown; rows are oldest first. False, here and below: the browser may show something else.</summary>
    public Task<bool> ShowAsync(ChartSetup setup, IEnumerable<ChartRow> rows) =>
        TryAsync("show", _patienceWithHistory, setup, Arrays(rows));

    /// <summary>Puts one row where its start belongs: the forming candle, or a new one after it.</summary>
    public Task<bool> UpdateAsync(ChartRow row) => TryAsync("update", _patience, [row.ToArray()]);

    /// <summary>Puts closed candles in the place of what was shown while they formed.</summary>
    public Task<bool> SettleAsync(IEnumerable<ChartRow> rows) => TryAsync("settle", _patience, [Arrays(rows)]);

    /// <summary>Adds older rows at the left; none means there are no older ones.</summary>
    public Task<bool> PrependAsync(IEnumerable<ChartRow> rows) => TryAsync("prepend", _patienceWithHistory, [Arrays(rows)]);

    [JSInvokable]
    public Task OlderWantedAsync() => OnOlderWanted.InvokeAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _self = DotNetObjectReference.Create(this);
        _module = await js.InvokeAsync<IJSObjectReference>("import", "./js/chart.js");
        _chart = await _module.InvokeAsync<IJSObjectReference>("createDeskChart", _canvas, _legend, _toNow, _self);
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

    private static object?[][] Arrays(IEnumerable<ChartRow> rows) => [.. rows.Select(row => row.ToArray())];

    private async Task<bool> TryAsync(string method, TimeSpan patience, params object?[] arguments) =>
        _chart is not null && await _chart.TryInvokeAsync(method, patience, arguments);
}
