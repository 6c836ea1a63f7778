using System.Globalization;
using System.Text;
using TradingDesk.Engine.Hosting.Operating;

namespace TradingDesk.Cli.Kills;

/// <summary>The report of latched kill switches as a person reads it: what is flat, what is not and why.</summary>
internal static class KillText
{
    public static string Of(IReadOnlyList<OperatorKill> kills)
    {
        if (kills.Count == 0) return "No kill switch is latched.";
        var text = new StringBuilder();
        foreach (var kill in kills)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"{(kill.Account.Length == 0 ? "The desk" : kill.Account)}: killed {kill.At:yyyy-MM-dd HH:mm:ss} by {Shown(kill.By)}");
            text.Append(CultureInfo.InvariantCulture, $", \"{Shown(kill.Reason)}\". {kill.Sentence}\n");
            foreach (var held in kill.Positions)
            {
                text.Append(CultureInfo.InvariantCulture,
                    $"    {held.Account} {held.Symbol} {held.What} {held.Units:+#,0;-#,0;0}: {held.Sentence}\n");
            }

            foreach (var order in kill.Orders)
                text.Append(CultureInfo.InvariantCulture, $"    {order.Account} order {order.What} {order.Symbol}: {order.Sentence}\n");
        }

        return text.ToString();
    }

    /// <summary>Without control characters, which could drive the terminal.</summary>
    private static string Shown(string text) => new([.. text.Select(letter => char.IsControl(letter) ? '?' : letter)]);
}
