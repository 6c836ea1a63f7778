using Microsoft.Extensions.DependencyInjection;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Web.Pages;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Positions;

namespace TradingDesk.Tests.Web.Trading;

/// <summary>An account's day as a line: what was seen, broken where nothing was, and in words.</summary>
public sealed class DayCurveTests : DeskPageContext
{
    public DayCurveTests() => Provider.GetRequiredService<ChosenAccount>().Choose("PAPER-1");

    [Fact]
    public void A_day_is_a_line_around_zero_with_its_best_and_worst_in_words()
    {
        Show((0, 0), (60, -50), (120, 100));

        var curve = Render<DayCurve>();

        Assert.Equal("0,52.3 300,77 600,3 ", curve.Find("polyline").GetAttribute("points"));
        Assert.Contains("the best +₹100.00, the worst −₹50.00", curve.Find("p").Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Minutes_that_nobody_saw_are_a_gap_and_no_line()
    {
        Show((0, 0), (60, 5), (600, 7), (660, 8));

        Assert.Equal(2, Render<DayCurve>().FindAll("polyline").Count);
    }

    [Fact]
    public void Before_the_second_minute_there_is_no_curve_and_it_says_so()
    {
        Show((0, 0));

        Assert.Contains("begins with the desk's second minute", Render<DayCurve>().Find(".empty-state").Words, StringComparison.Ordinal);
    }

    private void Show(params (int Second, int Rupees)[] points) => Desk.Current = Desk.Current with
    {
        Accounts =
        [
            FakeAccounts.Account() with
            {
                Day = [.. points.Select(point =>
                    new EquityPoint(FakeDeskView.Morning.PlusSeconds(point.Second), Money.FromRupees(point.Rupees)))],
            },
        ],
    };
}
