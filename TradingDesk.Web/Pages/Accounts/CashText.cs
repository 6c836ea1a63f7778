using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Fields;

namespace TradingDesk.Web.Pages.Accounts;

/// <summary>An amount of cash as it is typed: what it means, or what is wrong with it.</summary>
public sealed record CashText(string Text)
{
    public static NumberRule Rule { get; } =
        new("Amount", 2) { Least = 0.01m, Most = Limits.CashRupeesMost, Unit = NumberUnit.Rupees };

    public Money? Amount => Rule.Read(Text).Value is { } rupees ? Money.FromRupees(rupees) : null;

    public string? Problem => Rule.Read(Text).Problem;
}
