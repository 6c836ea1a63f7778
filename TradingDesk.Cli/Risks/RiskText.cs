using System.Globalization;
using System.Text;
using TradingDesk.Engine.Hosting.Operating;
using TradingDesk.Engine.Observation.Risks;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Risks;

/// <summary>Limits and states as lines of text.</summary>
internal static class RiskText
{
    public static string Of(IReadOnlyList<OperatorRisk> risks)
    {
        if (risks.Count == 0) return "No account is open.";
        var text = new StringBuilder();
        foreach (var risk in risks)
        {
            if (text.Length > 0) text.Append("\n\n");
            text.Append(risk.Account);
            if (risk.Run > 0) text.Append(CultureInfo.InvariantCulture, $", run {risk.Run}");
            text.Append(CultureInfo.InvariantCulture, $": {WordOf(risk.State)}");
            if (risk.Why.Length > 0) text.Append(CultureInfo.InvariantCulture, $". {risk.Why}");
            if (risk.StateBecause.Length > 0) text.Append(CultureInfo.InvariantCulture, $" By {risk.StateBy}: {risk.StateBecause}");
            foreach (var measure in risk.Measures) text.Append('\n').Append(LineOf(measure));
            text.Append('\n').Append(LimitsOf(risk));
        }

        return text.ToString();
    }

    private static string WordOf(RiskState state) => state switch
    {
        RiskState.Active => "active",
        RiskState.ReduceOnly => "reduce only",
        _ => "halted",
    };

    private static string LineOf(RiskMeasure measure)
    {
        var format = measure.IsMoney ? "N2" : "N0";
        var used = measure.Used.ToString(format, CultureInfo.InvariantCulture);
        if (measure.Most is not { } most) return $"  {measure.Name,-12} {used,18}";
        var limit = most.ToString(format, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"  {measure.Name,-12} {used,18} of {limit,18}  {measure.Percent,3} %");
    }

    private static string LimitsOf(OperatorRisk risk) => risk.Limits.Length == 0
        ? "  no limits of its own: its account's hold"
        : $"  {risk.Limits}\n  set by {risk.SetBy}, {risk.SetAt}{(risk.SetBecause.Length > 0 ? $": {risk.SetBecause}" : "")}";
}
