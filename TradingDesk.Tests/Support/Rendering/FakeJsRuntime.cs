using Microsoft.JSInterop;

namespace TradingDesk.Tests.Support.Rendering;

/// <summary>A browser that only remembers what it was told; modules and their objects record into the same list.</summary>
internal sealed class FakeJsRuntime : IJSRuntime
{
    private readonly Dictionary<string, Func<object?>> _answers = [];
    private readonly List<JsInvocation> _invocations = [];

    /// <summary>In order, with the path that led there: `import`, `import.createDeskChart`, `import.createDeskChart.show`.</summary>
    public IReadOnlyList<JsInvocation> Invocations
    {
        get { lock (_invocations) return [.. _invocations]; }
    }

    public void Setup(string identifier, object? answer) => _answers[identifier] = () => answer;

    public void SetupFailure(string identifier, Exception failure) => _answers[identifier] = () => throw failure;

    /// <summary>The call succeeds again.</summary>
    public void Restore(string identifier) => _answers.Remove(identifier);

    public IReadOnlyList<JsInvocation> Of(string lastPart) =>
        [.. Invocations.Where(one => one.Identifier == lastPart || one.Identifier.EndsWith("." + lastPart, StringComparison.Ordinal))];

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => Answer<TValue>(identifier, args);

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
        Answer<TValue>(identifier, args);

    internal ValueTask<TValue> Answer<TValue>(string identifier, object?[]? args)
    {
        lock (_invocations) _invocations.Add(new JsInvocation(identifier, args ?? []));
        if (_answers.TryGetValue(identifier, out var answer)) return ValueTask.FromResult((TValue)answer()!);
        object? value = typeof(TValue) == typeof(IJSObjectReference) ? new FakeJsObject(this, identifier) : default(TValue);
        return ValueTask.FromResult((TValue)value!);
    }
}
