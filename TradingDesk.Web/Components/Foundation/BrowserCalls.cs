using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace TradingDesk.Web.Components.Foundation;

/// <summary>Calls into the browser that may get lost with the connection: they give up instead of failing the page.</summary>
public static class BrowserCalls
{
    /// <summary>False when the browser did not confirm the call in time or is away; it may or may not have done it.</summary>
    public static async Task<bool> TryInvokeAsync(
        this IJSObjectReference target, string method, TimeSpan patience, params object?[] arguments)
    {
        try
        {
            await target.InvokeVoidAsync(method, patience, arguments);
            return true;
        }
        catch (Exception gone) when (IsGone(gone))
        {
            return false;
        }
    }

    /// <inheritdoc cref="TryInvokeAsync(IJSObjectReference, string, TimeSpan, object?[])"/>
    public static async Task<bool> TryInvokeAsync(this IJSRuntime js, string function, TimeSpan patience, params object?[] arguments)
    {
        try
        {
            await js.InvokeVoidAsync(function, patience, arguments);
            return true;
        }
        catch (Exception gone) when (IsGone(gone))
        {
            return false;
        }
    }

    /// <summary>Puts the focus on an element that was just rendered, so that a person at the keyboard need not look for it.</summary>
    public static async Task TryFocusAsync(this ElementReference element)
    {
        try
        {
            await element.FocusAsync();
        }
        catch (Exception gone) when (IsGone(gone) || gone is JSException)
        {
            // The page moved on; the focus stays where it is.
        }
    }

    /// <summary>What this browser keeps under a name, or null where it keeps nothing or does not tell.</summary>
    public static Task<string?> TryRecallAsync(this IJSRuntime js, string name) => RecallAsync(js, "localStorage.getItem", name);

    /// <summary>What this tab keeps: it outlives the page, not the tab.</summary>
    public static Task<string?> TryRecallInTabAsync(this IJSRuntime js, string name) => RecallAsync(js, "sessionStorage.getItem", name);

    /// <summary>Keeps a text in this browser; a private window forgets it.</summary>
    public static Task TryKeepAsync(this IJSRuntime js, string name, string text) => KeepAsync(js, "localStorage.setItem", name, text);

    /// <summary>Keeps a text in this tab.</summary>
    public static Task TryKeepInTabAsync(this IJSRuntime js, string name, string text) =>
        KeepAsync(js, "sessionStorage.setItem", name, text);

    private static async Task<string?> RecallAsync(IJSRuntime js, string function, string name)
    {
        try
        {
            return await js.InvokeAsync<string?>(function, name);
        }
        catch (Exception gone) when (IsGone(gone) || gone is JSException)
        {
            return null;
        }
    }

    private static async Task KeepAsync(IJSRuntime js, string function, string name, string text)
    {
        try
        {
            await js.InvokeVoidAsync(function, name, text);
        }
        catch (Exception gone) when (IsGone(gone) || gone is JSException)
        {
            // What is shown now is right all the same.
        }
    }

    // A call in flight when the connection drops is never answered, not even after the browser has returned.
    private static bool IsGone(Exception failure) => failure is JSDisconnectedException or OperationCanceledException;
}
