using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Determinism;

/// <summary>
/// In words: whatever order a desk is stopped, killed, started and changed in, its indicators are to the bit those of a desk that never
/// stopped and read the same stored candles.
/// </summary>
public sealed class RestartAndReloadTests
{
    private const int StepsMost = 10;

    private static readonly Timeframe _twoMinutes = new(120);

    private static readonly string[] _lists =
    [
        "SMA:3,EMA:5,RSI:4; 5m=WMA:3",
        "BBANDS:5:2,MACD:3:6:2,VWAP,STOCH:5:3:3",
        "SUPERTREND:4:2,ADX:3,OBV; NSE:I2=DONCHIAN:7,ICHIMOKU:3:5:9",
        "STOCHRSI:4:4:2:2,CCI:5,MFI:4,PSAR:0.02:0.2; 5s=HMA:9,TEMA:3",
        "",
        "KELTNER:4:3:2,WILLR:6,ROC:3,DEMA:4,ATR:5",
    ];

    [Fact]
    public void Sixty_lives_end_with_the_bits_of_an_unbroken_one() => LiveAndCompare(first: 1, lives: 60);

    [Fact, Trait("Speed", "Slow")]
    public void A_thousand_lives_end_with_the_bits_of_an_unbroken_one() => LiveAndCompare(first: 1_000, lives: 1_000);

    private static void LiveAndCompare(int first, int lives)
    {
        for (var seed = first; seed < first + lives; seed++) Live(seed);
    }

    private static void Live(int seed)
    {
        var random = new Random(seed);
        var start = TestPlans.Midnight.PlusSeconds(random.Next(2) == 0 ? -300 : random.Next(80_000));
        var desk = new RestartingDesk(random, start, _lists[random.Next(_lists.Length)]);
        desk.Trade(random.Next(1, 400));
        var story = new List<string>();
        for (var step = random.Next(1, StepsMost + 1); step > 0; step--)
        {
            story.Add(Step(desk, random));
            desk.Trade(random.Next(1, 120));
            desk.AssertGrown($"seed {seed}: {string.Join(", ", story)}");
        }
    }

    private static string Step(RestartingDesk desk, Random random)
    {
        switch (random.Next(6))
        {
            case 0:
                desk.Stop();
                desk.Start();
                return "stop";
            case 1:
                desk.Kill();
                desk.Start();
                return "kill";
            case 2:
                desk.Stop();
                desk.DamageSnapshot();
                desk.Start();
                return "stop with a damaged snapshot";
            case 3:
                desk.Change(_twoMinutes);
                return "2m";
            case 4:
                desk.Change(_lists[random.Next(_lists.Length)], fails: true);
                return "failed change";
            default:
                var lists = _lists[random.Next(_lists.Length)];
                desk.Change(lists, fails: false);
                return $"change to '{lists}'";
        }
    }
}
