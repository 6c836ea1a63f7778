using Microsoft.Extensions.DependencyInjection;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Granted;
using TradingDesk.Engine.People;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Web.Live;
using TradingDesk.Web.SignIn;

namespace TradingDesk.Tests.Web.Pages;

/// <summary>A page test's base: a desk under the test's hand, a ticker it turns, and the commands that were posted.</summary>
public abstract class DeskPageContext : ComponentTestContext
{
    protected DeskPageContext()
    {
        Services.AddSingleton<TimeProvider>(Time);
        Services.AddSingleton<IDeskView>(Desk);
        Services.AddSingleton(new DeskWindow(Desk));
        Gate = OpenGate.To(command =>
        {
            OnPost?.Invoke();
            Posted.Add(command);
            return LineHasRoom;
        });
        Services.AddSingleton(Gate);
        Services.AddSingleton(new Seat(() => Sitter));
        Services.AddSingleton(new Choices(name => Chosen.GetValueOrDefault(name, ""), (name, value) => Chosen[name] = value));
        Services.AddLivePages();
    }

    internal FakeDeskView Desk { get; } = new();

    /// <summary>What the person likes.</summary>
    internal Dictionary<string, string> Chosen { get; } = [];

    /// <summary>Who sits at the pages.</summary>
    internal Sitter? Sitter { get; set; } = new(
        new Person(1, "tester", Roles.Admin | Roles.Risk | Roles.Trader, [Person.EveryPaperAccount]) { HasSecondFactor = true }, 1);

    internal FakeTime Time { get; } = new();

    internal List<SubmittedCommand> Posted { get; } = [];

    internal CommandGate Gate { get; }

    /// <summary>What else happens when a command reaches the line.</summary>
    internal Action? OnPost { get; set; }

    internal bool LineHasRoom { get; set; } = true;

    internal SnapshotTicker Ticker => Provider.GetRequiredService<SnapshotTicker>();

    internal InstrumentLabel Label(int index) => Desk.Current.Quotes.All[index].Instrument;
}
