using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Granted;
using TradingDesk.Engine.Trading;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Processes;

/// <summary>A whole desk in a host of this process, and short ways to ask it and to wait for it.</summary>
internal sealed class HostedDesk : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly IHost _host;

    private HostedDesk(IHost host) => _host = host;

    public IDeskView View => _host.Services.GetRequiredService<DeskWindow>().Whole;

    public CommandGate Gate => _host.Services.GetRequiredService<CommandGate>();

    public static Task<HostedDesk> StartAsync(TempFolder folder, params string[] arguments) =>
        StartAsync(folder.Path, mode: null, TimeProvider.System, arguments);

    /// <summary>A desk whose accounts are of a mode that the test makes of the real one, by clocks that it gives.</summary>
    public static async Task<HostedDesk> StartAsync(
        string folder, Func<AccountMode, AccountMode>? mode, TimeProvider time, params string[] arguments)
    {
        var sources = new SettingSources { Arguments = ["--TRADINGDESK_DATA", folder, .. arguments] };
        Assert.True(DeskSettings.TryRead(sources, out var settings, out var errors), string.Join('\n', errors));
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton(time).AddTradingDesk(settings!, mode);
        var desk = new HostedDesk(builder.Build());
        await desk._host.StartAsync();
        await Patience.UntilAsync(() => desk.View.Current.IsReady, _patience, "the desk had its history");
        return desk;
    }

    public Task StopAsync() => _host.StopAsync();

    /// <summary>Until it stops, by itself or by a signal.</summary>
    public Task StoppedAsync() => _host.WaitForShutdownAsync();

    public void Dispose() => _host.Dispose();

    /// <summary>Until the engine's clock has moved by that many seconds of the market.</summary>
    public async Task MarketMovesAsync(int seconds)
    {
        var until = View.Current.Health.EngineTime.PlusSeconds(seconds);
        await Patience.UntilAsync(() => View.Current.Health.EngineTime >= until, _patience, $"the engine's clock moved by {seconds} s");
    }

    /// <summary>Gives a command and waits for what became of it.</summary>
    public async Task<CommandOutcome> AskAsync(DeskCommand command)
    {
        var receipt = Gate.Post(Principal.Console, command);
        Assert.True(receipt.Accepted, receipt.Sentence);
        CommandOutcome? Outcome() => View.Current.Outcomes.FirstOrDefault(outcome => outcome.Number == receipt.Number);
        await Patience.UntilAsync(() => Outcome() is not null, _patience, $"the desk answered {command}");
        return Outcome()!;
    }
}
