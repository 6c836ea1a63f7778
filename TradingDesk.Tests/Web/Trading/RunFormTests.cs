using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Tests.Web.Pages;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Orders;
using TradingDesk.Web.Pages.Strategies;

namespace TradingDesk.Tests.Web.Trading;

/// <summary>The form of a declaration is made from the strategies' descriptions, judged by the engine and given as its words.</summary>
public sealed class RunFormTests : DeskPageContext
{
    private string _reviewed = "";

    public RunFormTests()
    {
        JSInterop.Setup("desk.isFresh", true);
        Desk.Current = Desk.Current with { Accounts = [FakeAccounts.Account()], Runs = [FakeRuns.Run(1)] };
        Desk.RunReviews = words => new RunReview(_reviewed = words, []) { Needed = 50, History = 1_000, Indicators = "SMA:10,SMA:50" };
    }

    [Fact]
    public void Every_parameter_of_the_strategy_has_its_field_with_range_and_default()
    {
        var form = Form();

        Assert.Equal("10", form.Find("#run-short-window").GetAttribute("value"));
        Assert.Equal(
            "Candles of the short average. 2 to 500, whole; default 10.", form.Find("#run-short-window-hint").Words);
        Assert.Equal("0.7", form.Find("#run-min-confidence").GetAttribute("value"));
    }

    [Fact]
    public void Another_snapshot_draws_it_only_when_something_it_shows_is_another()
    {
        var hand = new AccountHand((TradingHand)Provider.GetService(typeof(TradingHand))!);
        var form = Render<RunForm>(parts => parts.Add(form => form.Hand, hand));
        var renders = form.RenderCount;

        form.SetParametersAndRender(parts => parts.Add(form => form.Hand, hand));
        var still = form.RenderCount;
        Desk.Current = Desk.Current with { Accounts = [FakeAccounts.Account(), FakeAccounts.Account("PAPER-2", 1)] };
        form.SetParametersAndRender(parts => parts.Add(form => form.Hand, hand));

        Assert.Equal(renders, still);
        Assert.Equal(2, form.FindAll("#run-account option").Count);
    }

    [Fact]
    public void What_is_typed_becomes_the_engines_words()
    {
        var form = Form();

        form.Find("#run-name").Input("My first, 100%");
        form.Find("#run-capital").Input("3,50,000");
        form.Find("#run-quantity-kind").Change("risk");
        form.Find("#run-quantity").Input("1.5");
        form.Find("#run-short-window").Input("7");

        string[] words = ["strategy=ma_crossover", "instrument=1%3A101", "contract=itself", "name=My%20first%2C%20100%25",
            "capital=350000", "quantity=risk%3A1.5", "short_window=7"];
        Assert.All(words, word => Assert.Contains(word, _reviewed.Split(' ')));
    }

    [Fact]
    public void A_problem_stands_at_its_field_and_nothing_can_be_declared()
    {
        Desk.RunReviews = _ =>
            new RunReview("", ["short_window: must be 2 to 500", "leader: names no run", "windows cross: they must not"]);

        var form = Form();

        var field = form.Find("#run-short-window");
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Contains("run-short-window-problem", field.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        Assert.Equal("Must be 2 to 500.", form.Find("#run-short-window-problem").Words);
        Assert.Equal("leader: names no run windows cross: they must not", form.Find(".loose-problems").Words);
        Assert.True(form.Find(".declare").HasAttribute("disabled"));
    }

    [Fact]
    public void An_index_is_traded_by_its_contracts()
    {
        var form = Form();

        form.Find("#run-instrument").Change("1:100");

        Assert.Contains("contract=future", _reviewed.Split(' '));
        Assert.DoesNotContain(form.FindAll("#run-contract option"), option => option.GetAttribute("value") == "itself");
        Assert.Equal(["mis", "nrml"], form.FindAll("#run-product option").Select(option => option.GetAttribute("value")));
    }

    [Theory]
    [InlineData(1_000, "1,000 of 1,000 candles are stored, it needs 50: it will be warm at once.")]
    [InlineData(12, "12 of the 50 candles it needs are stored: it will be warm after 38 more have closed.")]
    public void Stored_candles_are_told_against_what_it_needs(int stored, string sentence)
    {
        Desk.History = (count, _) => Task.FromResult(new CandleHistory(
            [], [.. Enumerable.Range(0, Math.Min(count, stored)).Select(minute => FakeDeskView.Candle(minute, 100))], []));

        var form = Form();

        form.WaitForAssertion(() => Assert.Equal(sentence, form.Find(".candle-stock").Words));
        Assert.Equal(["SMA:10,SMA:50"], Desk.HistoryLists);
    }

    [Fact]
    public void A_declaration_is_given_once_to_the_chosen_account_and_closes_the_form()
    {
        var isDone = false;
        var form = Form(onDone: () => isDone = true);

        form.Find("form").Submit();
        Gate.Answer(new CommandReceipt(Posted[0].Number, true, "accepted", "Done.") { Run = 2 });

        var posted = Assert.Single(Posted);
        Assert.Equal(("PAPER-1", new DeclareRun(_reviewed)), (posted.Account, posted.Command));
        form.WaitForAssertion(() => Assert.True(isDone));
    }

    [Fact]
    public void A_change_begins_with_the_runs_words_and_names_its_version()
    {
        var form = Form(FakeRuns.Run(1) with { Version = 3 });
        Assert.Equal("7", form.Find("#run-short-window").GetAttribute("value"));
        Assert.Equal("2,00,000", form.Find("#run-capital").GetAttribute("value"));

        form.Find("form").Submit();

        Assert.Equal(new ChangeRun(new RunId(1), 3, _reviewed), Assert.Single(Posted).Command);
    }

    [Fact]
    public void A_run_declared_in_few_words_is_changed_from_all_that_holds()
    {
        Desk.RunReviews = words => new RunReview(_reviewed = words == "strategy=ma_crossover instrument=RELIANCE"
            ? FakeRuns.Run(1).Words
            : words, []);

        var form = Form(FakeRuns.Run(1) with { Words = "strategy=ma_crossover instrument=RELIANCE" });

        Assert.Equal("1:101", form.Find("#run-instrument").GetAttribute("value"));
        Assert.Equal(("2,00,000", "always"),
            (form.Find("#run-capital").GetAttribute("value"), form.Find("#run-window").GetAttribute("value")));
        Assert.Contains("short_window=7", _reviewed.Split(' '));
    }

    [Fact]
    public void An_instrument_that_is_gone_is_not_replaced_by_another()
    {
        Desk.RunReviews = words => new RunReview("", ["instrument: unknown"]);

        var form = Form(FakeRuns.Run(1) with { Words = "strategy=ma_crossover instrument=9:9 timeframe=3m" });

        Assert.Equal("9:9", form.Find("#run-instrument").GetAttribute("value"));
        Assert.Equal("3m", form.Find("#run-timeframe").GetAttribute("value"));
        Assert.Equal("Unknown.", form.Find("#run-instrument-problem").Words);
        Assert.True(form.Find(".declare").HasAttribute("disabled"));
    }

    [Fact]
    public void A_run_changed_meanwhile_is_not_changed_from_old_words()
    {
        var form = Form(FakeRuns.Run(1));

        form.SetParametersAndRender(parts => parts.Add(page => page.Run, FakeRuns.Run(1) with { Version = 2 }));

        Assert.Contains("it is at version 2, this form began with 1", form.Find("[role=alert]").Words, StringComparison.Ordinal);
        Assert.True(form.Find(".declare").HasAttribute("disabled"));
    }

    private RenderedComponent<RunForm> Form(RunView? run = null, Action? onDone = null)
    {
        var hand = new AccountHand((TradingHand)Provider.GetService(typeof(TradingHand))!);
        return Render<RunForm>(parts => parts.Add(form => form.Hand, hand).Add(form => form.Run, run)
            .Add(form => form.OnDone, onDone ?? (() => { })));
    }
}
