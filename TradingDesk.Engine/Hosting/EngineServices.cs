using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TradingDesk.Engine.Hosting.Logging;
using TradingDesk.Engine.Hosting.People;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Granted;
using TradingDesk.Engine.Trading;

namespace TradingDesk.Engine.Hosting;

/// <summary>Puts a desk into a host: its parts as hosted services, its window and its gate for the pages.</summary>
public static class EngineServices
{
    /// <summary>The exit code of a desk whose engine broke an invariant; a service manager starts it again.</summary>
    public const int CrashExitCode = 70;

    /// <summary>Reads the settings of this process, or tells everything that is wrong with them.</summary>
    public static DeskSettings ReadSettings(IReadOnlyList<string> arguments)
    {
        if (DeskSettings.TryRead(SettingSources.OfProcess(arguments), out var settings, out var errors)) return settings!;
        throw new DeskRefusedException(string.Join(Environment.NewLine, errors));
    }

    /// <summary>Takes the data folder for this process, or says who has it.</summary>
    public static IServiceCollection AddTradingDesk(this IServiceCollection services, DeskSettings settings) =>
        services.AddTradingDesk(settings, mode: null);

    /// <summary>The same with another mode of its accounts, for whoever measures or proves with it.</summary>
    internal static IServiceCollection AddTradingDesk(
        this IServiceCollection services, DeskSettings settings, Func<AccountMode, AccountMode>? mode)
    {
        if (!DeskFolders.TryOpen(settings, out var folders, out var refusal)) throw new DeskRefusedException(refusal);
        var refused = new StartRefusal();
        services.AddSingleton(settings);
        services.AddSingleton(refused);
        services.AddSingleton(_ => folders!);
        services.AddSingleton<ILoggerProvider>(provider =>
            new LogFileProvider(provider.GetRequiredService<DeskFolders>(), settings, TimeProvider.System));
        services.AddSingleton(provider => new PeopleDesk(settings, provider.GetService<TimeProvider>() ?? TimeProvider.System));
        services.AddSingleton(provider =>
        {
            var log = provider.GetRequiredService<ILogger<LiveDesk>>();
            var lifetime = provider.GetRequiredService<IHostApplicationLifetime>();
            return new LiveDesk(settings, provider.GetRequiredService<DeskFolders>(), provider.GetRequiredService<PeopleDesk>(), log,
                broken =>
            {
                if (broken is DeskRefusedException refusal) refused.Tell(refusal);
                else Crash(log, broken);
                lifetime.StopApplication();
            }, provider.GetService<TimeProvider>() ?? TimeProvider.System, mode);
        });
        services.AddSingleton(provider => new DeskWindow(provider.GetRequiredService<LiveDesk>().View));
        services.AddSingleton(provider => provider.GetRequiredService<LiveDesk>().Commands);
        services.AddSingleton(provider => provider.GetRequiredService<LiveDesk>().Calendar);
        for (var i = 0; i < LiveDesk.PartNames.Count; i++)
        {
            var part = i;
            services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<LiveDesk>().Parts[part]);
        }

        return services;
    }

    /// <summary>The crash-only path: say it, seal what can be sealed, set the exit code that asks for a new start.</summary>
    private static void Crash(ILogger log, Exception broken)
    {
        HostingLog.EngineBroke(log, broken);
        Environment.ExitCode = CrashExitCode;
    }
}
