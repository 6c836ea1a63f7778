using Microsoft.Extensions.DependencyInjection;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Web.Pages;
using TradingDesk.Web.Components.Tables;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Positions;

namespace TradingDesk.Tests.Web.Trading;

/// <summary>The list of positions in each of its conditions; what did not move is not drawn again.</summary>
public sealed class PositionListTests : DeskPageContext
{
    public PositionListTests() => Provider.GetRequiredService<ChosenAccount>().Choose("PAPER-1");

    [Theory]
    [InlineData(false, "loading", "Waiting for the desk to name its accounts.")]
    [InlineData(true, "empty", "No account to show: none is opened yet, or none is granted to you.")]
    public void Without_an_account_it_says_whether_one_is_awaited(bool isReady, string kind, string sentence)
    {
        Desk.Current = Desk.Current with { Accounts = [], IsReady = isReady };

        var state = Render<PositionsPanel>().Find(".empty-state");

        Assert.Equal((kind, sentence), (state.GetAttribute("data-kind"), state.Words));
    }

    [Fact]
    public void An_account_that_holds_nothing_says_so()
    {
        Show();

        var state = Render<PositionsPanel>().Find(".empty-state");

        Assert.Equal(
            ("empty", "PAPER-1 holds nothing and traded nothing today."), (state.GetAttribute("data-kind"), state.Words));
    }

    [Theory]
    [InlineData(MarketPhase.Open, true, false, "ready", null)]
    [InlineData(MarketPhase.Open, true, true, "stale", "Some prices are not fresh")]
    [InlineData(MarketPhase.Closed, true, true, "closed", "The market is closed")]
    [InlineData(MarketPhase.Closed, false, true, "stale", "No feed")]
    public void Prices_that_are_not_of_now_are_never_shown_as_such(
        MarketPhase phase, bool hasFeed, bool isStale, string standing, string? sentence)
    {
        Show(FakeAccounts.Position(65) with { IsStale = isStale });
        Desk.Current = Desk.Current with
        {
            Market = Desk.Current.Market with { Phase = phase, HasFeed = hasFeed },
            Accounts = [Desk.Current.Accounts[0] with { IsStale = isStale }],
        };

        var panel = Render<PositionsPanel>();

        Assert.Equal(standing, panel.Find(".data-table").GetAttribute("data-standing"));
        Assert.Equal(sentence is null, panel.TryFind(".table-note[role=status]") is null);
        if (sentence is not null) Assert.StartsWith(sentence, panel.Find(".table-note[role=status]").Words, StringComparison.Ordinal);
        Assert.Equal(isStale, panel.Find(".position-row").GetAttribute("class")!.Split(' ').Contains("stale"));
    }

    [Fact]
    public void Of_fifty_positions_the_one_that_moved_is_drawn_again()
    {
        var positions = Enumerable.Range(0, 50)
            .Select(number => FakeAccounts.Position(65) with { Run = new RunId((short)number) }).ToArray();
        Show(positions);
        var panel = Render<PositionsPanel>();
        Renderer.Drawn.Clear();
        positions[7] = positions[7] with { Net = Money.FromRupees(1) };

        Show([.. positions]);
        Ticker.Turn();

        panel.WaitForAssertion(() => Assert.Equal("+1.00", panel.FindAll(".position-row")[7].Words.Split(' ')[^2]));
        Assert.Same(positions[7], Assert.Single(Renderer.Drawn.OfType<DataRow<PositionView>>()).Row);
    }

    private void Show(params PositionView[] positions) =>
        Desk.Current = Desk.Current with { Accounts = [FakeAccounts.Account() with { Positions = positions }] };
}
