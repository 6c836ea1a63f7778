using TradingDesk.Engine;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Venues;
using TradingDesk.Engine.Venues.Paper;
using TradingDesk.Tests.Engine.Trading;

namespace TradingDesk.Tests.Tidy;

/// <summary>
/// What keeps paper orders on paper: where requests can leave the path of money, who may be there to take them, and that nothing on the
/// way knows a network. Held over the engine as it was compiled.
/// </summary>
public sealed class PaperWallTests
{
    private const string Root = "TradingDesk.Engine.";

    /// <summary>Who holds a venue or sends to one; a type that is added here is one that a person has looked at.</summary>
    private static readonly string[] _holders =
    [
        "DeskModes", "TradingPipeline", "Hosting.DeskCore", "Hosting.EngineServices", "Hosting.LiveDesk", "Hosting.Reading.OrderReviews",
        "Trading.AccountMode", "Trading.OrderDesk", "Trading.ParkedRequests", "Venues.NullVenue", "Venues.Paper.PaperMarket",
    ];

    private static readonly string[] _pathOfMoney = ["Commands", "Orders", "Portfolio", "Risk", "Trading", "Venues.Paper"];

    [Fact]
    public void The_only_venues_there_are_are_the_paper_market_and_none()
    {
        var venues = typeof(IVenue).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IVenue)));

        Assert.Equal([typeof(NullVenue), typeof(PaperMarket)], venues.OrderBy(type => type.Name));
    }

    [Fact]
    public void Nobody_but_those_agreed_to_holds_a_venue_or_a_mode()
    {
        using var engine = new CompiledAssembly(typeof(IVenue).Assembly.Location);
        string[] watched = [$"{Root}Orders.IVenue", $"{Root}Trading.AccountMode"];

        var holders = engine.Uses.Where(use => watched.Contains(use.Used)).Select(use => use.User[Root.Length..]).Distinct();

        Findings.AreNone(holders.Except(_holders).Select(holder => $"{holder} holds a venue"));
    }

    [Fact]
    public void Nothing_on_the_path_of_money_knows_a_network_a_file_or_a_process()
    {
        using var engine = new CompiledAssembly(typeof(IVenue).Assembly.Location);
        string[] outside = ["System.Net.", "System.IO.File", "System.IO.Directory", "System.IO.Pipe", "System.Diagnostics.Process"];

        var uses = engine.Uses.Where(use => _pathOfMoney.Any(folder => use.User.StartsWith($"{Root}{folder}.", StringComparison.Ordinal))
            && outside.Any(space => use.Used.StartsWith(space, StringComparison.Ordinal)));

        Findings.AreNone(uses.Select(use => use.ToString()));
    }

    [Fact]
    public void An_account_on_paper_sends_to_the_venue_its_mode_was_made_with()
    {
        var (mine, other) = (new ListeningVenue(), new ListeningVenue());

        var (paper, another) = (DeskModes.OnPaper(mine), DeskModes.OnPaper(other));

        Assert.Same(mine, paper.Venue);
        Assert.Same(other, another.Venue);
        Assert.False(paper.Rules.NeedsArming);
    }
}
