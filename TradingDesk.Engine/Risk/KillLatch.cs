using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;

namespace TradingDesk.Engine.Risk;

/// <summary>One kill switch that is latched: by whom, why, and how far it has come.</summary>
internal sealed class KillLatch(KillScope scope, AccountId account, int number)
{
    public KillScope Scope { get; } = scope;

    /// <summary>Whose it is, where it is not the desk's.</summary>
    public AccountId Account { get; } = account;

    /// <summary>From 1; names its exits.</summary>
    public int Number { get; } = number;

    public KillReach Reach { get; set; }

    public KillStage Stage { get; set; }

    public Instant At { get; set; }

    /// <summary>When it came to its stage.</summary>
    public Instant StageAt { get; set; }

    public string By { get; set; } = "";

    public string Reason { get; set; } = "";

    public bool Covers(AccountId account) => Scope == KillScope.Desk || Account == account;

    /// <summary>Whether letting it go now would leave something undone.</summary>
    public bool IsUnderWay => Stage is KillStage.Cancelling or KillStage.Flattening or KillStage.Waiting;
}
