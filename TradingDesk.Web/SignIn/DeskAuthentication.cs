using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using TradingDesk.Engine.Hosting.People;
using TradingDesk.Engine.People;

namespace TradingDesk.Web.SignIn;

/// <summary>
/// Knows a request's person by the session's cookie; who has none is sent to the door, or told 401 where no page was asked for.
/// </summary>
internal sealed class DeskAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, PeopleDesk people)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "desk";
    public const string SessionClaim = "session";

    public static ClaimsPrincipal PrincipalOf(Sitter sitter)
    {
        var identity = new ClaimsIdentity(Name);
        identity.AddClaim(new Claim(ClaimTypes.Name, sitter.Person.Name));
        identity.AddClaim(new Claim(SessionClaim, sitter.Session.ToString(CultureInfo.InvariantCulture)));
        foreach (var role in Enum.GetValues<Roles>().Where(role => role != Roles.None && sitter.Person.Roles.HasFlag(role)))
            identity.AddClaim(new Claim(ClaimTypes.Role, role.ToString()));
        return new ClaimsPrincipal(identity);
    }

    /// <summary>0 for who is nobody.</summary>
    public static long SessionOf(ClaimsPrincipal principal) =>
        long.TryParse(principal.FindFirstValue(SessionClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private bool IsPage =>
        HttpMethods.IsGet(Request.Method) && Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (people.Sessions.Find(DeskCookie.Read(Request)) is not { } sitter) return Task.FromResult(AuthenticateResult.NoResult());
        // Asking for a page is a person's doing; a circuit that keeps itself alive is not.
        if (IsPage) people.Sessions.Touch(sitter.Session);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(PrincipalOf(sitter), Name)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (!IsPage)
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        // Who signs out has no cookie any more.
        var isOver = DeskCookie.Read(Request).Length > 0;
        Response.Redirect(people.Persons.HasNobody ? "/setup" : SignInPaths.DoorFor(Request.Path, isOver));
        return Task.CompletedTask;
    }
}
