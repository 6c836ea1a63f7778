using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.People;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Granted;
using TradingDesk.Web.Live;

namespace TradingDesk.Web.SignIn;

/// <summary>Registers the door: who a request is, that nothing is shown to nobody, and how much one address may ask.</summary>
internal static partial class SignInServices
{
    /// <summary>Of one address in ten seconds; a page's first load is about fifteen.</summary>
    private const int RequestsMost = 400;

    /// <summary>Of one address in a minute at the door, where passwords are hashed.</summary>
    private const int DoorMost = 30;

    public static IServiceCollection AddSignIn(this IServiceCollection services, DeskSettings settings)
    {
        services.AddAuthentication(DeskAuthentication.Name)
            .AddScheme<AuthenticationSchemeOptions, DeskAuthentication>(DeskAuthentication.Name, null);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, SeatWatch>();
        services.AddScoped(SeatOf);
        services.AddScoped(ChoicesOf);
        services.AddScoped<IDeskView>(ViewOf);
        services.AddDataProtection().SetApplicationName("TradingDesk")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.KeyFolder, "pages")));
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(Limit("", RequestsMost, 10), Limit("POST", DoorMost, 60));
        });
        return services;
    }

    /// <summary>
    /// The setup link on the console only, never in a log file: whoever reads it owns the desk. What is wrong with the audit goes to both.
    /// </summary>
    public static void TellSetupLink(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var people = app.Services.GetRequiredService<PeopleDesk>();
        var persons = people.Persons;
        if (people.Audit.Trouble.Length > 0) AuditBroken(app.Logger, people.Audit.Trouble);
        if (!persons.HasNobody) return;
        var address = app.Urls.First();
        Console.WriteLine($"\nNobody can sign in yet. Make the first person here:\n\n    {address}/setup?link={persons.SetupToken}\n");
    });

    [LoggerMessage(Level = LogLevel.Critical, Message = "The audit is not whole: {Trouble}")]
    private static partial void AuditBroken(ILogger log, string trouble);

    private static Seat SeatOf(IServiceProvider provider)
    {
        var (states, people) = (provider.GetRequiredService<AuthenticationStateProvider>(), provider.GetRequiredService<PeopleDesk>());
        return new Seat(() => people.Sessions.Find(SessionOf(states)));
    }

    private static Choices ChoicesOf(IServiceProvider provider)
    {
        var (seat, kept) = (provider.GetRequiredService<Seat>(), provider.GetRequiredService<PeopleDesk>().Preferences);
        return new Choices(
            name => seat.Sitter is { } sitter ? kept.Of(sitter.Person.Id, name) : "",
            (name, value) => { if (seat.Sitter is { } sitter) kept.Keep(sitter.Person.Id, name, value); });
    }

    /// <summary>A circuit's state is set before its first component is made, and later ones are whole tasks too.</summary>
    private static long SessionOf(AuthenticationStateProvider states) =>
        states.GetAuthenticationStateAsync() is { IsCompletedSuccessfully: true } state ? DeskAuthentication.SessionOf(state.Result.User)
            : 0;

    private static IDeskView ViewOf(IServiceProvider provider)
    {
        var window = provider.GetRequiredService<DeskWindow>();
        var person = provider.GetRequiredService<Seat>().Sitter?.Person;
        return window.For(person?.Accounts ?? [], person?.SeesEveryAccount == true);
    }

    /// <summary>A window of requests an address may make; with a method, only those at the door.</summary>
    private static PartitionedRateLimiter<HttpContext> Limit(string method, int most, int seconds) =>
        PartitionedRateLimiter.Create<HttpContext, string>(http =>
        {
            var isCounted = method.Length == 0 || (http.Request.Method == method && SignInPaths.IsDoor(http.Request.Path));
            if (!isCounted) return RateLimitPartition.GetNoLimiter("");
            return RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = TimeSpan.FromSeconds(seconds) });
        });
}
