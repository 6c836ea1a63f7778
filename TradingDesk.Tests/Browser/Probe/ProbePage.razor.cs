using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using Microsoft.JSInterop;

namespace TradingDesk.Tests.Browser.Probe;

/// <summary>A page that does each thing once that needs the browser's half of Blazor.</summary>
public sealed partial class ProbePage(IJSRuntime js, ProbeVisits visits) : ComponentBase, IAsyncDisposable
{
    private const int RowCount = 10_000;

    private bool _live;
    private int _clicks;
    private string _text = "";
    private bool _ticked;
    private string _file = "";
    private string _module = "";
    private string _calledBack = "";
    private string _streamOut = "";
    private string _streamIn = "";
    private DotNetObjectReference<ProbePage>? _self;

    /// <summary>Made when the page is prerendered, kept when it becomes live.</summary>
    [PersistentState] public string? Kept { get; set; }

    [JSInvokable]
    public Task CallBackAsync(string text)
    {
        _calledBack = text;
        return InvokeAsync(StateHasChanged);
    }

    public ValueTask DisposeAsync()
    {
        _self?.Dispose();
        return ValueTask.CompletedTask;
    }

    protected override void OnInitialized() => Kept ??= string.Create(CultureInfo.InvariantCulture, $"visit {visits.Next()}");

    protected override void OnAfterRender(bool firstRender)
    {
        if (!firstRender) return;
        _live = true;
        StateHasChanged();
    }

    private static ValueTask<ItemsProviderResult<int>> ReadRowsAsync(ItemsProviderRequest request) =>
        ValueTask.FromResult(new ItemsProviderResult<int>(Enumerable.Range(request.StartIndex, request.Count), RowCount));

    private async Task TakeFileAsync(InputFileChangeEventArgs change)
    {
        using var content = change.File.OpenReadStream(1_000_000);
        var sum = await SumAsync(content);
        _file = string.Create(CultureInfo.InvariantCulture, $"{change.File.Name} {sum}");
    }

    private async Task TalkToScriptAsync()
    {
        await using var module = await js.InvokeAsync<IJSObjectReference>("import", "./probe.js");
        _module = await module.InvokeAsync<string>("greet", "desk");
        _self ??= DotNetObjectReference.Create(this);
        await module.InvokeVoidAsync("callBack", _self);
        using (var stream = new DotNetStreamReference(new MemoryStream([1, 2, 3, 4])))
            _streamOut = (await module.InvokeAsync<int>("sumOf", stream)).ToString(CultureInfo.InvariantCulture);
        await using var made = await module.InvokeAsync<IJSStreamReference>("makeStream", 100_000);
        await using var read = await made.OpenReadStreamAsync(1_000_000);
        _streamIn = (await SumAsync(read)).ToString(CultureInfo.InvariantCulture);
    }

    private static async Task<long> SumAsync(Stream stream)
    {
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory);
        return memory.ToArray().Sum(one => (long)one);
    }
}
