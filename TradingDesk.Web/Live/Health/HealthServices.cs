using Microsoft.AspNetCore.Components.Server.Circuits;
using TradingDesk.Engine.Hosting.People;
using TradingDesk.Engine.Observation.Granted;

namespace TradingDesk.Web.Live.Health;

/// <summary>Registers what measures the process, and the address that says ok or not ok to everybody.</summary>
internal static class HealthServices
{
    public static IServiceCollection AddHealth(this IServiceCollection services, string dataFolder)
    {
        services.AddSingleton(provider =>
        {
            var time = provider.GetRequiredService<TimeProvider>();
            return new MachineMeter(new DiskMeter(dataFolder, time), time);
        });
        services.AddSingleton(provider => new AuditSign(() => provider.GetRequiredService<PeopleDesk>().Audit.Trouble));
        services.AddScoped<CircuitHandler, CountedCircuit>();
        services.AddHostedService(provider => provider.GetRequiredService<HealthWatch>());
        return services;
    }

    public static void MapLive(this WebApplication app) => app.MapGet("/live", Answer).AllowAnonymous();

    private static IResult Answer(DeskWindow window, EngineWatch watch) => LiveSign.IsOk(window.Whole.Current, watch.StillFor)
        ? Results.Text("ok")
        : Results.Text("not ok", statusCode: StatusCodes.Status503ServiceUnavailable);
}
