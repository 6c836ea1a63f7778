using System.Globalization;
using System.Text;
using TradingDesk.Engine.Hosting.Operating;

namespace TradingDesk.Cli.Runs;

/// <summary>Runs as lines of text.</summary>
internal static class RunText
{
    public static string Of(IReadOnlyList<OperatorRun> runs)
    {
        if (runs.Count == 0) return "No run is declared yet: tradingdesk run declare PAPER-1 strategy=ma_crossover instrument=NIFTY";
        var text = new StringBuilder();
        foreach (var run in runs)
        {
            if (text.Length > 0) text.Append('\n');
            text.Append(CultureInfo.InvariantCulture, $"{run.Number,3}  {run.Name}  [{run.State}, {run.Mode}, {run.Account}, ");
            text.Append(CultureInfo.InvariantCulture, $"version {run.Version}]\n");
            text.Append(CultureInfo.InvariantCulture, $"     {run.Instrument} {run.Timeframe}, {run.Strategy}. {run.Standing}\n");
            text.Append(CultureInfo.InvariantCulture, $"     gross {run.Gross:N2}, charges {run.Charges:N2}, net {run.Net:N2} rupees; ");
            text.Append(CultureInfo.InvariantCulture, $"{run.Signals:N0} signals, {run.Trades:N0} trades");
            text.Append(run.Holds.Count == 0 ? "; flat" : $"; holds {string.Join(", ", run.Holds)}");
            if (run.LastSignal.Length > 0) text.Append(CultureInfo.InvariantCulture, $"\n     {run.LastSignal}");
        }

        return text.ToString();
    }
}
