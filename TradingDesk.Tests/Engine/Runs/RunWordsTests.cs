using TradingDesk.Engine.Runs;
using TradingDesk.Engine.Strategies.Catalogue;
using TradingDesk.Tests.Engine.Trading;

namespace TradingDesk.Tests.Engine.Runs;

/// <summary>A declaration in words: what is left out has a default, what is wrong is named with what is allowed.</summary>
public sealed class RunWordsTests
{
    [Fact]
    public void Words_left_out_take_their_defaults()
    {
        var spec = Read("strategy=ma_crossover instrument=RELIANCE", out var problems)!;

        Assert.Empty(problems);
        Assert.Equal(
            "name=Moving%20average%20crossover%20on%20RELIANCE strategy=ma_crossover instrument=1:2885 contract=itself timeframe=5m "
            + "mode=paper capital=200000 quantity=lots:1 product=mis window=always square-off=none every=1 short=yes "
            + "short_window=10 long_window=50 min_confidence=0.7",
            spec.ToText());
    }

    [Theory]
    [InlineData("strategy=ma_crossover instrument=1:2885 name=My%20run contract=itself timeframe=15m quantity=risk:0.5 product=mis")]
    [InlineData("strategy=ma_crossover instrument=NIFTY contract=otm2/3 product=nrml window=09:20-15:00 square-off=15:10")]
    [InlineData("strategy=scalper instrument=NIFTY contract=future short=no every=5 capital=500000.50")]
    [InlineData("strategy=ma_crossover instrument=1:2885 mode=shadow leader=3")]
    public void Its_text_reads_back_as_the_same(string words)
    {
        var text = Read(words, out var problems)?.ToText();

        Assert.Empty(problems);
        Assert.Equal(text, Read(text!, out _)!.ToText());
    }

    [Theory]
    [InlineData("instrument=1:2885", "strategy: must be one of")]
    [InlineData("strategy=ma_crossover", "instrument: An instrument's name is empty")]
    [InlineData("strategy=ma_crossover instrument=RELIANC", "instrument:")]
    [InlineData("strategy=ma_crossover instrument=1:2885 contract=otm11", "contract: must be itself, future, atm")]
    [InlineData("strategy=ma_crossover instrument=1:2885 contract=itself/2", "contract:")]
    [InlineData("strategy=ma_crossover instrument=NIFTY contract=itself", "contract: an index cannot be traded itself")]
    [InlineData("strategy=ma_crossover instrument=1:2885 timeframe=7s", "timeframe: must be")]
    [InlineData("strategy=ma_crossover instrument=1:2885 capital=0", "capital: must be rupees above 0")]
    [InlineData("strategy=ma_crossover instrument=1:2885 capital=1e9", "capital:")]
    [InlineData("strategy=ma_crossover instrument=1:2885 capital=10000000000", "capital:")]
    [InlineData("strategy=ma_crossover instrument=1:2885 quantity=lots:0", "quantity: must be lots:1")]
    [InlineData("strategy=ma_crossover instrument=1:2885 quantity=lots:1.5", "quantity:")]
    [InlineData("strategy=ma_crossover instrument=1:2885 quantity=risk:50", "quantity:")]
    [InlineData("strategy=ma_crossover instrument=NIFTY contract=atm quantity=risk:1", "quantity: a risk between entry and stop")]
    [InlineData("strategy=ma_crossover instrument=1:2885 product=nrml", "product: a share is mis or cnc")]
    [InlineData("strategy=ma_crossover instrument=NIFTY product=cnc short=no", "product: a contract is mis or nrml")]
    [InlineData("strategy=ma_crossover instrument=1:2885 product=cnc", "short: delivered shares cannot be sold short")]
    [InlineData("strategy=ma_crossover instrument=1:2885 window=15:00-09:20", "window: must be two times")]
    [InlineData("strategy=ma_crossover instrument=1:2885 square-off=25:61", "square-off: must be a time of day")]
    [InlineData("strategy=ma_crossover instrument=1:2885 every=0", "every: must be seconds from 1")]
    [InlineData("strategy=ma_crossover instrument=1:2885 every=99999", "every: must be")]
    [InlineData("strategy=ma_crossover instrument=1:2885 mode=2", "mode: must be one of")]
    [InlineData("strategy=ma_crossover instrument=1:2885 mode=shadow", "leader: a shadow or a follower names")]
    [InlineData("strategy=ma_crossover instrument=1:2885 leader=3", "leader: a shadow or a follower names")]
    [InlineData("strategy=ma_crossover instrument=1:2885 short=perhaps", "short: must be yes or no")]
    [InlineData("strategy=ma_crossover instrument=1:2885 name=", "name: must be 1 to 40 signs")]
    [InlineData("strategy=ma_crossover instrument=1:2885 short_window=1", "short_window: must be 2 to 500")]
    [InlineData("strategy=ma_crossover instrument=1:2885 short_window=NaN", "short_window: must be")]
    [InlineData("strategy=ma_crossover instrument=1:2885 short_window=60", "short_window must be below long_window")]
    [InlineData("strategy=ma_crossover instrument=1:2885 colour=red", "colour: no such word")]
    [InlineData("strategy=ma_crossover instrument=1:2885 capital=1 capital=2", "capital: stands twice")]
    [InlineData("strategy=ma_crossover instrument=1:2885 nonsense", "nonsense: expected a name, = and a value")]
    public void A_wrong_word_is_named_with_what_is_allowed(string words, string problem)
    {
        var spec = Read(words, out var problems);

        Assert.Null(spec);
        Assert.Contains(problems, said => said.StartsWith(problem, StringComparison.Ordinal));
    }

    private static RunSpec? Read(string words, out IReadOnlyList<string> problems) =>
        RunWords.Read(words, TradingUnderTest.Plan.Instruments, StrategyCatalog.All, out problems);
}
