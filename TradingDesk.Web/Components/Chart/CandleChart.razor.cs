using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace TradingDesk.Web.Components.Chart;

/// <summary>Candles, volume and indicators drawn by lightweight-charts; its user gives it rows, it asks for older ones.</summary>
public sealed partial class CandleChart(IJSRuntime js) : ComponentBase, IAsyncDisposable
{
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

    /// <summary>Replaces everything shown; rows are oldest first.</summary>
    public Task ShowAsync(ChartSetup setup, IEnumerable<ChartRow> rows) => InvokeAsync("show", setup, Arrays(rows));

    /// <summary>Puts one row where its start belongs: the forming candle, or a new one after it.</summary>
    public Task UpdateAsync(ChartRow row) => InvokeAsync("update", [row.ToArray()]);

    /// <summary>Puts closed candles in the place of what was shown while they formed.</summary>
    public Task SettleAsync(IEnumerable<ChartRow> rows) => InvokeAsync("settle", [Arrays(rows)]);

    /// <summary>Adds older rows at the left; none means there are no older ones.</summary>
    public Task PrependAsync(IEnumerable<ChartRow> rows) => InvokeAsync("prepend", [Arrays(rows)]);

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
        try
        {
            if (_chart is not null)
            {
                await _chart.InvokeVoidAsync("dispose");
                await _chart.DisposeAsync();
            }

            if (_module is not null) await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and its chart with it.
        }
    }

    private static object?[][] Arrays(IEnumerable<ChartRow> rows) => [.. rows.Select(row => row.ToArray())];

    private async Task InvokeAsync(string method, params object?[] arguments)
    {
        if (_chart is null) return;
        try
        {
            await _chart.InvokeVoidAsync(method, arguments);
        }
        catch (JSDisconnectedException)
        {
            // The circuit's browser is away; when it returns the page loads its history again.
        }
    }
}
