using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Observation.Alerts;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Engine.Observation.Risks;
using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Engine.Observation.Safety;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Observation;

/// <summary>What every page sees of the desk at one moment; immutable, swapped as a whole up to ten times a second.</summary>
public sealed record DeskSnapshot(long Number, MarketStatus Market, QuoteBoard Quotes, DeskLayout Layout, DeskHealth Health)
{
    /// <summary>The candles of the past have joined the line: until then nothing a page could show of them is whole.</summary>
    public bool IsReady { get; init; }

    /// <summary>What became of the newest commands, newest first.</summary>
    public IReadOnlyList<CommandOutcome> Outcomes { get; init; } = [];

    /// <summary>The indicator lists in force and what is on its way.</summary>
    public IndicatorsInForce Indicators { get; init; } = IndicatorsInForce.None;

    /// <summary>The accounts in the order they were opened.</summary>
    public IReadOnlyList<AccountView> Accounts { get; init; } = [];

    /// <summary>The strategies' runs in the order they were declared.</summary>
    public IReadOnlyList<RunView> Runs { get; init; } = [];

    /// <summary>Limits and states of accounts and runs.</summary>
    public IReadOnlyList<RiskView> Risks { get; init; } = [];

    /// <summary>What the desk watches, in the order of the alerts' numbers.</summary>
    public IReadOnlyList<AlertView> Alerts { get; init; } = [];

    /// <summary>What the journal can do: empty while it takes everything, else why only cancels and exits are taken.</summary>
    public string JournalTrouble { get; init; } = "";

    /// <summary>The kill switches that are latched; empty while entries are taken.</summary>
    public IReadOnlyList<KillView> Kills { get; init; } = [];

    /// <summary>Intraday positions that were not left before their session ended: empty, or a sentence that must be loud.</summary>
    public string SquareOffTrouble { get; init; } = "";

    /// <summary>The account's name, or empty for one that is not seen here.</summary>
    public string NameOf(AccountId account) => Find(account)?.Name ?? "";

    public AccountView? Find(AccountId account) => Accounts.FirstOrDefault(one => one.Id == account);

    /// <summary>The engine is there but has not spoken yet.</summary>
    public static DeskSnapshot Empty { get; } = new(0, MarketStatus.Unknown, QuoteBoard.Empty, DeskLayout.Empty, DeskHealth.Unknown);
}
