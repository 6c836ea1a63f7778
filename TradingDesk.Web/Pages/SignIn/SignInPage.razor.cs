using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.People;
using TradingDesk.Web.SignIn;

namespace TradingDesk.Web.Pages.SignIn;

/// <summary>Name and password, then the authenticator's code where there is one.</summary>
public sealed partial class SignInPage : DoorPage
{
    private string _ticket = "";

    [SupplyParameterFromForm(FormName = "password")] private string? Person { get; set; }

    [SupplyParameterFromForm(FormName = "password")] private string? Password { get; set; }

    [SupplyParameterFromForm(FormName = "code")] private string? Ticket { get; set; }

    [SupplyParameterFromForm(FormName = "code")] private string? Code { get; set; }

    /// <summary>The page that was asked for before.</summary>
    [SupplyParameterFromQuery(Name = "back")] private string? Back { get; set; }

    /// <summary>Given to who was signed in and is no more.</summary>
    [SupplyParameterFromQuery(Name = SignInPaths.Over)] private string? Over { get; set; }

    /// <summary>Within this desk only: an address of elsewhere would send somebody there who just proved who they are.</summary>
    private string Target => Back is { Length: > 1 } back && back[0] == '/' && back[1] != '/' && back.All(IsPlain) ? back : "/";

    protected override void OnInitialized()
    {
        // The form that was sent must stand on the page before it is taken.
        _ticket = Ticket ?? "";
        if (People.Persons.HasNobody) Go("/setup");
        else if (HttpMethods.IsGet(Http.Request.Method) && Http.User.Identity?.IsAuthenticated == true) Go(Target);
    }

    /// <summary>Browsers take a backslash for a slash and pass over what cannot be seen.</summary>
    private static bool IsPlain(char sign) => sign != '\\' && !char.IsControl(sign) && !char.IsWhiteSpace(sign);

    private async Task BeginAsync()
    {
        var answer = await People.SignIn.BeginAsync(Person ?? "", Password ?? "", Caller, Http.RequestAborted);
        Answered(answer);
    }

    private void Finish()
    {
        var answer = People.SignIn.Finish(Ticket ?? "", Code ?? "", Caller);
        Answered(answer);
        // A wrong code may be typed again; a ticket that is over begins anew.
        if (answer.Code == "wrong") Problem = "That is not the code your authenticator shows now.";
        else _ticket = "";
    }

    private void Answered(SignInAnswer answer)
    {
        Enter(answer, Target);
        if (answer.Ticket.Length > 0) (_ticket, Problem) = (answer.Ticket, "");
    }
}
