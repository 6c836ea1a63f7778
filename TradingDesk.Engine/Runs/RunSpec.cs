using System.Globalization;
using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Strategies;

namespace TradingDesk.Engine.Runs;

/// <summary>What a run is declared to be; its text form is words such as `strategy=ma_crossover instrument=1:2885`.</summary>
internal sealed record RunSpec
{
    private const int HistoryLeast = 1_000;

    public required string Name { get; init; }

    public required StrategyDescription Strategy { get; init; }

    public required StrategySettings Settings { get; init; }

    /// <summary>What it watches.</summary>
    public required Instrument Watched { get; init; }

    public required ContractRule Contract { get; init; }

    public required Timeframe Timeframe { get; init; }

    public required RunMode Mode { get; init; }

    /// <summary>The run it is bound to; none for one of its own.</summary>
    public RunId Leader { get; init; }

    public required Money Capital { get; init; }

    public required QuantityRule Quantity { get; init; }

    public required Product Product { get; init; }

    public required RunSchedule Schedule { get; init; }

    /// <summary>Whether it may hold what gains when the watched instrument falls.</summary>
    public required bool MayGoShort { get; init; }

    /// <summary>The indicators it decides by, such as `SMA:10,SMA:50`.</summary>
    public string Indicators => Strategy.Indicators(Settings);

    /// <summary>Candles it must have taken in before it may wish.</summary>
    public int Needed => Math.Max(
        1, Math.Max(new IndicatorList(IndicatorSpecs.Parse(Indicators).Specs).WarmUp, Strategy.WarmUp(Settings)));

    /// <summary>Candles it wants from the store: enough for averages to forget how they began.</summary>
    public int History => Math.Max(HistoryLeast, 10 * Needed);

    public double MinConfidence => Settings[StrategyDescription.MinConfidence];

    /// <summary>The canonical words, read back by <see cref="RunWords"/>.</summary>
    public string ToText()
    {
        var words = new List<string>
        {
            $"name={Uri.EscapeDataString(Name)}",
            $"strategy={Strategy.Code}",
            $"instrument={Watched.Key}",
            $"contract={Contract}",
            $"timeframe={Timeframe.Label.ToLowerInvariant()}",
            $"mode={Mode.ToString().ToLowerInvariant()}",
        };
        if (!Leader.IsNone) words.Add(string.Create(CultureInfo.InvariantCulture, $"leader={Leader.Number}"));
        words.Add(string.Create(CultureInfo.InvariantCulture, $"capital={Capital.Rupees:0.##}"));
        words.AddRange([$"quantity={Quantity}", $"product={Product.ToString().ToLowerInvariant()}", $"window={Schedule.WindowText}"]);
        words.Add($"square-off={Schedule.SquareOffText}");
        words.Add(string.Create(CultureInfo.InvariantCulture, $"every={Schedule.Every}"));
        words.Add($"short={(MayGoShort ? "yes" : "no")}");
        words.AddRange(Settings.Parameters.Zip(
            Settings.Numbers, (parameter, number) => string.Create(CultureInfo.InvariantCulture, $"{parameter.Name}={number}")));
        return string.Join(' ', words);
    }
}
