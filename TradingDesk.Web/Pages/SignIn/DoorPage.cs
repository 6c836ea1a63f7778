using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using TradingDesk.Engine.Hosting.People;
using TradingDesk.Engine.People;
using TradingDesk.Web.SignIn;

namespace TradingDesk.Web.Pages.SignIn;

/// <summary>A page before the desk: plain, answered request by request, for a cookie comes and goes with an answer only.</summary>
[ExcludeFromInteractiveRouting]
public abstract class DoorPage : ComponentBase
{
    [Inject] protected PeopleDesk People { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter] protected HttpContext Http { get; set; } = null!;

    /// <summary>Why the form was not taken, or empty.</summary>
    protected string Problem { get; set; } = "";

    protected Caller Caller => SignInPaths.CallerOf(Http);

    /// <summary>Lets who was let in go on to the desk; says why who was not.</summary>
    protected void Enter(SignInAnswer answer, string to = "/")
    {
        Problem = answer.Sentence;
        if (answer.Cookie.Length == 0) return;
        DeskCookie.Give(Http, answer.Cookie);
        Navigation.NavigateTo(to);
    }

    protected void Go(string to) => Navigation.NavigateTo(to);
}
