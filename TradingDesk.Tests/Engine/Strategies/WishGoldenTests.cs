using System.Globalization;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Strategies;
using TradingDesk.Engine.Strategies.Catalogue;
using Xunit;

namespace TradingDesk.Tests.Engine.Strategies;

/// <summary>What each strategy wishes, and what would have become of it, on a week of simulated minutes.</summary>
public sealed class WishGoldenTests
{
    private const ulong Seed = 7;
    private const int Sessions = 5;

    public static TheoryData<string> All => [.. StrategyCatalog.All.Select(strategy => strategy.Code)];

    [Theory]
    [MemberData(nameof(All))]
    public void It_wishes_what_it_wished(string code)
    {
        var strategy = new StrategyUnderTest(code);
        var book = new WishBook(strategy.MinConfidence);
        var lines = new List<string>();

        foreach (var candle in StrategyMarkets.OfSimulation("RELIANCE", Seed, Sessions))
        {
            book.Begin(candle);
            var wishes = strategy.Close(candle, book.Book);
            foreach (ref readonly var wish in wishes) lines.Add(Line(strategy.Description, candle, wish));
            book.Take(candle, wishes);
        }

        lines.Add(string.Create(CultureInfo.InvariantCulture, $"{lines.Count} wishes, {book.Entries} entries, made {book.Made:0.00}"));
        Goldens.AssertSame("Wishes", code, lines);
    }

    private static string Line(StrategyDescription description, in CandleValues candle, in Wish wish)
    {
        var time = DateTimeOffset.FromUnixTimeSeconds(candle.Start).ToOffset(TimeSpan.FromMinutes(330));
        var values = wish.Values[..].ToArray().Select(value => (object)value.ToString("0.00", CultureInfo.InvariantCulture)).ToArray();
        var reason = string.Format(CultureInfo.InvariantCulture, description.Reasons[wish.Reason], values);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{time:yyyy-MM-dd HH:mm} {wish.Kind} {wish.Side} {wish.Confidence:0.000} "
                + $"stop {wish.Stop:0.00} target {wish.Target:0.00} trail {wish.Trail:0.00} | {reason}");
    }
}
