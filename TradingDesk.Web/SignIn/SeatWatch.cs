using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using TradingDesk.Engine.Hosting.People;

namespace TradingDesk.Web.SignIn;

/// <summary>Looks every half minute whether a circuit's session is still in force; one that is not becomes nobody's.</summary>
internal sealed class SeatWatch(ILoggerFactory log, PeopleDesk people) : RevalidatingServerAuthenticationStateProvider(log)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(30);

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState state, CancellationToken cancel) =>
        Task.FromResult(people.Sessions.Find(DeskAuthentication.SessionOf(state.User)) is not null);
}
