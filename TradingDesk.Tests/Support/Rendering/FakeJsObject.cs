using Microsoft.JSInterop;

namespace TradingDesk.Tests.Support.Rendering;

/// <summary>A JavaScript object of the fake browser, known by the call that gave it.</summary>
internal sealed class FakeJsObject(FakeJsRuntime runtime, string path) : IJSObjectReference
{
    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) =>
        runtime.Answer<TValue>($"{path}.{identifier}", args);

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
        runtime.Answer<TValue>($"{path}.{identifier}", args);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
