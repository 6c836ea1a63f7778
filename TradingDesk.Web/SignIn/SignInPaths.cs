using TradingDesk.Engine.Hosting.People;
using TradingDesk.Engine.People;

namespace TradingDesk.Web.SignIn;

/// <summary>
/// The addresses of the door, and what a page asks for outside its circuit: signing out, that somebody is there,
/// what they like.
/// </summary>
internal static class SignInPaths
{
    /// <summary>The door's word for a session that ended by itself or was ended.</summary>
    public const string Over = "over";

    private static readonly string[] _door = ["/sign-in", "/setup", "/invitation"];

    public static bool IsDoor(PathString path) => _door.Any(door => path.StartsWithSegments(door, StringComparison.Ordinal));

    /// <summary>Where somebody signs in to come to a page of the desk.</summary>
    /// <param name="isOver">Whether they were signed in, and are told that this is over.</param>
    public static string DoorFor(string page, bool isOver)
    {
        var asked = isOver ? QueryString.Create(Over, "yes") : QueryString.Empty;
        return $"/sign-in{(page.Length > 1 ? asked.Add("back", page) : asked)}";
    }

    /// <summary>Both only from this origin, which the middleware before holds; and neither says anything about the desk.</summary>
    public static void MapSignIn(this WebApplication app)
    {
        app.MapPost("/sign-out", SignOut).DisableAntiforgery();
        app.MapPost("/session/active", Touch).DisableAntiforgery();
        app.MapPost("/preferences/{name}", KeepAsync).DisableAntiforgery();
    }

    public static Caller CallerOf(HttpContext http) =>
        new(http.Connection.RemoteIpAddress?.ToString() ?? "", http.Request.Headers.UserAgent.ToString());

    private static IResult SignOut(HttpContext http, PeopleDesk people)
    {
        if (people.Sessions.Find(DeskCookie.Read(http.Request)) is { } sitter) people.Sessions.End(sitter, sitter.Session, CallerOf(http));
        DeskCookie.Take(http);
        return Results.NoContent();
    }

    /// <summary>What the browser's script changed by itself: theme, sizes of panels.</summary>
    private static async Task<IResult> KeepAsync(HttpContext http, string name, PeopleDesk people)
    {
        if (people.Sessions.Find(DeskAuthentication.SessionOf(http.User)) is not { } sitter) return Results.Unauthorized();
        if (http.Request.ContentLength is not (>= 0 and <= PreferenceRules.ValueMost)) return Results.BadRequest();
        using var reader = new StreamReader(http.Request.Body);
        var answer = people.Preferences.Keep(sitter.Person.Id, name, await reader.ReadToEndAsync(http.RequestAborted));
        return answer.IsDone ? Results.NoContent() : Results.BadRequest(answer.Sentence);
    }

    private static IResult Touch(HttpContext http, PeopleDesk people)
    {
        people.Sessions.Touch(DeskAuthentication.SessionOf(http.User));
        return Results.NoContent();
    }
}
