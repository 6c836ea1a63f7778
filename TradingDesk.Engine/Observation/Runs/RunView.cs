using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation.Runs;

/// <summary>A strategy's run: what it was declared to be, where it stands, what it holds and what came of it.</summary>
public sealed record RunView(RunId Id, AccountId Account)
{
    public required string Name { get; init; }

    /// <summary>The strategy's code, and its name for a person.</summary>
    public required string Strategy { get; init; }

    public required string StrategyName { get; init; }

    /// <summary>What it watches.</summary>
    public required InstrumentId Instrument { get; init; }

    /// <summary>Which contract it trades on it, such as `itself` or `future`.</summary>
    public required string Contract { get; init; }

    public required Timeframe Timeframe { get; init; }

    /// <summary>`paper`, `shadow` or `follow`.</summary>
    public required string Mode { get; init; }

    /// <summary>The run it is bound to; none for one of its own.</summary>
    public required RunId Leader { get; init; }

    public required Money Capital { get; init; }

    /// <summary>The indicators it decides by, such as `SMA:10,SMA:50`.</summary>
    public required string Indicators { get; init; }

    /// <summary>The declaration in its canonical words, and its version.</summary>
    public required string Words { get; init; }

    public required int Version { get; init; }

    public required RunState State { get; init; }

    /// <summary>Where it stands in words, with why: `Warming: 12 of 50 candles`.</summary>
    public required string Standing { get; init; }

    /// <summary>Candles it has taken in and needs before it may wish; both 0 while it does not work.</summary>
    public required int Taken { get; init; }

    public required int Needed { get; init; }

    /// <summary>What its book holds.</summary>
    public required IReadOnlyList<Accounts.PositionView> Positions { get; init; }

    /// <summary>Realised since it was declared and unrealised, before charges.</summary>
    public required Money Gross { get; init; }

    /// <summary>Charges since it was declared, today's as its share of the account's notes stands.</summary>
    public required Money Charges { get; init; }

    public required Money Net { get; init; }

    /// <summary>Cash of its trades at the prices they were judged by, and what delay and fill added; with what is held now the sum is
    /// the gross.</summary>
    public required Money Decided { get; init; }

    public required Money Delayed { get; init; }

    public required Money Filled { get; init; }

    public required int Trades { get; init; }

    public required int Signals { get; init; }

    public required int EntriesToday { get; init; }

    /// <summary>The newest signal; null before the first.</summary>
    public required SignalView? Last { get; init; }
}
