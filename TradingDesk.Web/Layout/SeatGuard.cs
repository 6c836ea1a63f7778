using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using TradingDesk.Web.SignIn;

namespace TradingDesk.Web.Layout;

/// <summary>Takes the page away from who is signed out, here or anywhere else.</summary>
public sealed class SeatGuard(AuthenticationStateProvider states, NavigationManager navigation) : ComponentBase, IDisposable
{
    protected override void OnInitialized() => states.AuthenticationStateChanged += Look;

    public void Dispose() => states.AuthenticationStateChanged -= Look;

    private void Look(Task<AuthenticationState> state) => _ = InvokeAsync(async () =>
    {
        if ((await state).User.Identity?.IsAuthenticated == true) return;
        navigation.NavigateTo(SignInPaths.DoorFor(new Uri(navigation.Uri).AbsolutePath, isOver: true), forceLoad: true);
    });
}
