using Microsoft.Extensions.DependencyInjection.Extensions;
using TradingDesk.Web.Components.Overlays;
using TradingDesk.Web.Live.Health;

namespace TradingDesk.Web.Live;

/// <summary>Registers what keeps pages alive - the ticker and the watch on the engine's clock - and what a tab orders with.</summary>
internal static class LiveServices
{
    public static IServiceCollection AddLivePages(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<EngineWatch>();
        services.AddSingleton<SnapshotTicker>();
        services.AddSingleton<CircuitCount>();
        services.AddSingleton<HealthWatch>();
        services.AddSingleton<AnswerTimes>();
        services.AddScoped<LiveTab>();
        services.AddScoped<BrowserBeat>();
        services.AddScoped<ChosenAccount>();
        services.AddScoped<TradingHand>();
        services.AddScoped<Confirmations>();
        services.AddScoped<Toasts>();
        services.AddHostedService(provider => provider.GetRequiredService<SnapshotTicker>());
        return services;
    }
}
