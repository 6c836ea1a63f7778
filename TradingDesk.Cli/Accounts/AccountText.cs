using System.Globalization;
using System.Text;
using TradingDesk.Engine.Hosting.Operating;

namespace TradingDesk.Cli.Accounts;

/// <summary>Accounts as a person reads them: a table of money, and under each account what it holds.</summary>
internal static class AccountText
{
    private static readonly string[] _titles = ["account", "paid in", "cash", "free", "margin", "day net", "in all, net", "worth"];

    public static string Of(IReadOnlyList<OperatorAccount> accounts)
    {
        if (accounts.Count == 0) return "No account yet: `tradingdesk account open NAME --cash RUPEES` opens one.";
        var rows = accounts.Select(Cells).Prepend(_titles).ToArray();
        var widths = _titles.Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var (row, place) in rows.Select((row, place) => (row, place)))
        {
            text.Append(row[0].PadRight(widths[0]));
            for (var column = 1; column < row.Length; column++) text.Append("  ").Append(row[column].PadLeft(widths[column]));
            text.Append('\n');
            if (place > 0) AddHoldings(text, accounts[place - 1]);
        }

        return text.Append("Amounts in rupees; margin is an estimate; net is after charges.").ToString();
    }

    private static string[] Cells(OperatorAccount account) =>
    [
        $"{account.Name} ({account.Mode})", Rupees(account.PaidIn), Rupees(account.Cash), Rupees(account.Free),
        Rupees(account.Margin), Signed(account.DayNet), Signed(account.TotalNet), Rupees(account.Worth),
    ];

    private static void AddHoldings(StringBuilder text, OperatorAccount account)
    {
        foreach (var held in account.Positions.Where(position => position.Units != 0))
        {
            text.Append(CultureInfo.InvariantCulture,
                $"    {held.Symbol} {held.Product.ToString().ToUpperInvariant()} {held.Units:+#,0;-#,0} at {held.Average:#,0.00##}");
            text.Append(CultureInfo.InvariantCulture,
                $", last {held.Last:#,0.00##}{(held.IsStale ? " (stale)" : "")}, net {Signed(held.Net)}\n");
        }

        if (account.OpenOrders > 0)
            text.Append(CultureInfo.InvariantCulture, $"    {account.OpenOrders} open orders hold {Rupees(account.InOrders)}\n");
    }

    private static string Rupees(decimal amount) => amount.ToString("#,0.00", CultureInfo.InvariantCulture);

    private static string Signed(decimal amount) => amount.ToString("+#,0.00;-#,0.00;0.00", CultureInfo.InvariantCulture);
}
