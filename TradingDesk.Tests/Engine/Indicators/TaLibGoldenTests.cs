using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Lists;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators;

/// <summary>The indicators against TA-Lib's answers.</summary>
public sealed class TaLibGoldenTests
{
    /// <summary>TA-Lib begins a MACD's fast average late, together with the slow one; by this candle the difference has died out.</summary>
    private const int MacdAgreesFrom = 200;

    public static TheoryData<string> Specs => [.. TaLibGoldens.Specs];

    [Theory]
    [MemberData(nameof(Specs))]
    public void It_is_ready_with_the_candle_that_gives_TA_Lib_its_first_value(string spec)
    {
        var list = new IndicatorList(IndicatorSpecs.Parse(spec).Specs);

        Assert.Equal(TaLibGoldens.Of(spec).First().At + 1, list.WarmUp);
    }

    [Theory]
    [MemberData(nameof(Specs))]
    public void It_gives_TA_Libs_values_to_a_billionth(string spec)
    {
        var set = new IndicatorSet(new IndicatorList(IndicatorSpecs.Parse(spec).Specs));
        var values = new double[set.Columns];
        var from = spec.StartsWith("MACD", StringComparison.Ordinal) ? MacdAgreesFrom : 0;
        var goldens = TaLibGoldens.Of(spec).Where(golden => golden.At >= from).ToDictionary(golden => golden.At, golden => golden.Values);
        var candles = TaLibGoldens.Series();

        for (var i = 0; i < candles.Length; i++)
        {
            set.Update(candles[i]);
            if (!goldens.TryGetValue(i, out var expected)) continue;
            set.Read(values);
            for (var output = 0; output < expected.Length; output++)
            {
                var difference = Math.Abs(expected[output] - values[output]);
                Assert.True(difference <= 1e-9 * Math.Max(1, Math.Abs(expected[output])),
                    $"candle {i}, output {output}: {values[output]}, expected {expected[output]}");
            }
        }
    }
}
