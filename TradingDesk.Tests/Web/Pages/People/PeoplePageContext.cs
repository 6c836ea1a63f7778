using Microsoft.Extensions.DependencyInjection;
using TradingDesk.Engine.People;
using TradingDesk.Tests.Engine.Hosting.People;
using TradingDesk.Web.SignIn;

namespace TradingDesk.Tests.Web.Pages.People;

/// <summary>A page about people over real people on real files; the first person sits at it.</summary>
public abstract class PeoplePageContext : DeskPageContext
{
    protected PeoplePageContext()
    {
        Seat = People.Owner.Session;
        Services.AddSingleton(People.Desk);
        Services.AddSingleton<TimeProvider>(People.Time);
        Services.AddSingleton(new Seat(() => People.Desk.Sessions.Find(Seat)));
    }

    internal PeopleUnderTest People { get; } = new();

    /// <summary>The session that sits at the page.</summary>
    internal long Seat { get; set; }

    internal Person PersonOf(string name) => People.PersonOf(name);

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing) People.Dispose();
    }
}
