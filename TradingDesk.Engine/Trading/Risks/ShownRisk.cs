using TradingDesk.Engine.Risk;

namespace TradingDesk.Engine.Trading.Risks;

/// <summary>What of a scope stands on the board already.</summary>
internal sealed class ShownRisk
{
    private RiskLimits? _limits;
    private string _text = "";

    /// <summary>The newest fact that the journal kept when it was shown; -1 before.</summary>
    public long Fact { get; set; } = -1;

    /// <summary>Limits as text, made anew only when they are others.</summary>
    public string TextOf(RiskLimits limits)
    {
        if (!ReferenceEquals(_limits, limits)) (_limits, _text) = (limits, RiskFields.ToText(limits));
        return _text;
    }
}
