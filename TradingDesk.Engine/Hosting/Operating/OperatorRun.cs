using TradingDesk.Engine.Market;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Observation.Runs;

namespace TradingDesk.Engine.Hosting.Operating;

/// <summary>A run as the socket tells it: amounts in rupees.</summary>
internal sealed record OperatorRun(int Number, string Account, string Name, string State, string Standing)
{
    public required string Strategy { get; init; }

    public required string Instrument { get; init; }

    public required string Timeframe { get; init; }

    public required string Mode { get; init; }

    public required int Version { get; init; }

    public required string Words { get; init; }

    public required decimal Gross { get; init; }

    public required decimal Charges { get; init; }

    public required decimal Net { get; init; }

    public required int Signals { get; init; }

    public required int Trades { get; init; }

    /// <summary>What it holds, such as `65 NFO:NIFTY26JANFUT`.</summary>
    public required IReadOnlyList<string> Holds { get; init; }

    /// <summary>The newest signal in words; empty before the first.</summary>
    public required string LastSignal { get; init; }

    public static OperatorRun Of(RunView run, IReadOnlyList<AccountView> accounts, InstrumentTable instruments) =>
        new(run.Id.Number, accounts[run.Account.Index].Name, run.Name, run.State.ToString().ToLowerInvariant(), run.Standing)
        {
            Strategy = run.Strategy,
            Instrument = run.Strategy.Length == 0 ? "" : instruments[run.Instrument].FullName,
            Timeframe = run.Timeframe.Label,
            Mode = run.Mode,
            Version = run.Version,
            Words = run.Words,
            Gross = run.Gross.Rupees,
            Charges = run.Charges.Rupees,
            Net = run.Net.Rupees,
            Signals = run.Signals,
            Trades = run.Trades,
            Holds = [.. run.Positions.Where(position => position.Units != 0)
                .Select(position => FormattableString.Invariant($"{position.Units} {instruments[position.Instrument].FullName}"))],
            LastSignal = run.Last is not { } last ? "" : $"{last.Wish}: {last.Reason} {(last.IsActed ? "Acted on." : last.NotActed)}",
        };
}
