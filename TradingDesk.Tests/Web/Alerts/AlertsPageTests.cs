using TradingDesk.Engine.Commands.Alerts;
using TradingDesk.Engine.Observation.Alerts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Web.Pages;
using TradingDesk.Web.Pages.Alerts;

namespace TradingDesk.Tests.Web.Alerts;

/// <summary>The page of alerts: what fired, what watches, what is blind and why, and a form that names the word that is wrong.</summary>
public sealed class AlertsPageTests : DeskPageContext
{
    public AlertsPageTests()
    {
        JSInterop.Setup("desk.isFresh", true);
        Show(
            Alert(1, AlertState.Armed) with { Value = "2,490.00" },
            Alert(2, AlertState.Fired) with { FiredAt = FakeDeskView.Morning, FiredValue = "2,501.00", Value = "2,495.00" },
            Alert(3, AlertState.Armed) with { Blind = "'RSI:14' is no column." },
            Alert(4, AlertState.Waiting),
            Alert(5, AlertState.Fired) with { FiredAt = FakeDeskView.Morning.PlusSeconds(60) });
    }

    [Fact]
    public void What_fired_stands_first_the_newest_on_top_and_the_blind_before_the_rest()
    {
        var page = Render<AlertsPage>();

        string[] expected = ["5 Fired", "2 Fired", "3 Blind", "1 Armed", "4 Waiting"];
        Assert.Equal(expected, page.FindAll("tr[data-alert]").Select(row => $"{row.GetAttribute("data-alert")} {row.Words.Split(' ')[0]}"));
        Assert.Contains("2,495.00", page.Find("[data-alert='2']").Words, StringComparison.Ordinal);
        Assert.Contains("5 Jan 10:00:00 at 2,501.00", page.Find("[data-alert='2']").Words, StringComparison.Ordinal);
        Assert.Contains("'RSI:14' is no column.", page.Find("[data-alert='3']").Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_fired_is_armed_again_and_removing_asks_first()
    {
        var page = Render<AlertsPage>();

        Assert.Equal(2, page.FindAll("[aria-label^='Arm alert']").Count);
        page.Find("[aria-label='Arm alert 5 again']").Click();
        Assert.Equal(new RearmAlert(5), Assert.Single(Posted).Command);
    }

    [Fact]
    public void Removing_asks_once()
    {
        var page = Render<AlertsPage>();
        page.Find("[aria-label='Remove alert 1']").Click();
        Assert.Empty(Posted);

        page.Find(".sure").Click();

        Assert.Equal((new RemoveAlert(1), ""), (Assert.Single(Posted).Command, Posted[0].Account));
    }

    [Fact]
    public void A_rule_that_is_wrong_is_named_at_its_field_and_nothing_is_sent()
    {
        Desk.AlertReview = new AlertReview("", "alert-not-allowed", "over", "'over' does not fit here: write above or below or crosses.");
        var page = Render<AlertsPage>();
        page.Find("#alert-rule").Input("price of RELIANCE over 5");
        Assert.Equal("", page.Find("#alert-rule-problem").TextContent);

        page.Find(".alert-form").Submit();

        Assert.Equal("'over' does not fit here: write above or below or crosses.", page.Find("#alert-rule-problem").TextContent);
        Assert.Equal("true", page.Find("#alert-rule").GetAttribute("aria-invalid"));
        Assert.Empty(Posted);
        Desk.AlertReview = new AlertReview("price of NSE:RELIANCE above 5.00", "", "", "");
        page.Find("#alert-rule").Input("price of RELIANCE above 5");
        Assert.Equal("", page.Find("#alert-rule-problem").TextContent);
    }

    [Fact]
    public void A_form_of_the_help_fills_the_field_and_the_desks_own_text_is_given()
    {
        var page = Render<AlertsPage>();
        page.Find(".alert-help li button").Click();
        Assert.Equal("price of NSE:RELIANCE above 2500", page.Find("#alert-rule").GetAttribute("value"));

        page.Find(".alert-form").Submit();

        Assert.Equal(new AddAlert("price of NSE:RELIANCE above 2500.00"), Assert.Single(Posted).Command);
    }

    [Fact]
    public void Without_alerts_the_page_says_how_to_begin()
    {
        Show();

        Assert.Contains("No alert yet.", Render<AlertsPage>().Find(".empty-state").TextContent, StringComparison.Ordinal);
    }

    private static AlertView Alert(int number, AlertState state) =>
        new(number, $"price of NSE:RELIANCE above {2_500 + number}.00", state) { By = "operator", AddedAt = FakeDeskView.Morning };

    private void Show(params AlertView[] alerts) => Desk.Current = Desk.Current with { Alerts = alerts };
}
