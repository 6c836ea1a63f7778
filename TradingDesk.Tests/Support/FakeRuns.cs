using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Support;

/// <summary>Runs and signals as a page test wants them.</summary>
internal static class FakeRuns
{
    public static RunView Run(short number, RunState state = RunState.Running, string standing = "Running.") =>
        new(new RunId(number), new AccountId(0))
        {
            Name = $"Run {number}",
            Strategy = "ma_crossover",
            StrategyName = "Moving average crossover",
            Instrument = new InstrumentId(FakeDeskView.RelianceIndex),
            Contract = "itself",
            Timeframe = new Timeframe(300),
            Mode = "paper",
            Leader = RunId.None,
            Capital = Money.FromRupees(200_000),
            Indicators = "SMA:10,SMA:50",
            Words = $"name=Run%20{number} strategy=ma_crossover instrument=1:101 contract=itself timeframe=5m mode=paper capital=200000 "
                + "quantity=lots:1 product=mis window=always square-off=none every=1 short=yes short_window=7 long_window=50",
            Version = 1,
            State = state,
            Standing = standing,
            Taken = 0,
            Needed = 0,
            Positions = [],
            Gross = Money.FromRupees(1_50_000.50m),
            Charges = Money.FromRupees(20.25m),
            Net = Money.FromRupees(1_49_980.25m),
            Decided = Money.FromRupees(100m),
            Delayed = Money.FromRupees(-5m),
            Filled = Money.FromRupees(-2m),
            Trades = 4,
            Signals = 0,
            EntriesToday = 2,
            Last = null,
        };

    public static SignalView Signal(int number, short run = 1, int minute = 0, string notActed = "") =>
        new(number, new RunId(run), FakeDeskView.Morning.PlusSeconds((minute + 1) * 60L))
        {
            Wish = "Buy",
            Reason = "The short average 101.5 has crossed above the long average 101.2.",
            Confidence = 0.82m,
            Candle = FakeDeskView.Morning.PlusSeconds(minute * 60L),
            Price = Price.FromRupees(1_404.30m),
            Stop = default,
            Target = default,
            Way = 1,
            IsActed = notActed.Length == 0,
            NotActed = notActed,
        };
}
