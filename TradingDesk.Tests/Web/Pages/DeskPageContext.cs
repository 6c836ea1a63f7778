using Microsoft.Extensions.DependencyInjection;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Web.Live;

namespace TradingDesk.Tests.Web.Pages;

/// <summary>A page test's base: a desk under the test's hand, a ticker it turns, and the commands that were posted.</summary>
public abstract class DeskPageContext : ComponentTestContext
{
    protected DeskPageContext()
    {
        Services.AddSingleton<TimeProvider>(Time);
        Services.AddSingleton<IDeskView>(Desk);
        Gate = new CommandGate(command =>
        {
            OnPost?.Invoke();
            Posted.Add(command);
            return LineHasRoom;
        });
        Services.AddSingleton(Gate);
        Services.AddLivePages();
    }

    internal FakeDeskView Desk { get; } = new();

    internal FakeTime Time { get; } = new();

    internal List<SubmittedCommand> Posted { get; } = [];

    internal CommandGate Gate { get; }

    /// <summary>What else happens when a command reaches the line.</summary>
    internal Action? OnPost { get; set; }

    internal bool LineHasRoom { get; set; } = true;

    internal SnapshotTicker Ticker => Provider.GetRequiredService<SnapshotTicker>();

    internal InstrumentLabel Label(int index) => Desk.Current.Quotes.All[index].Instrument;
}
