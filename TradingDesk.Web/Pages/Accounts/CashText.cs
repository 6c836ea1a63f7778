using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Pages.Accounts;

/// <summary>An amount of cash as it is typed: what it means, or what is wrong with it.</summary>
public sealed record CashText(string Text)
{
    private TypedNumber Typed => TypedNumber.Read(Text, "Amount", 2);

    public Money? Amount => Problem is null ? Money.FromRupees(Typed.Value!.Value) : null;

    public string? Problem => Typed switch
    {
        { Problem: { } problem } => problem,
        { Value: 0 } => "Amount must be above 0.",
        { Value: > Limits.CashRupeesMost } => $"Amount: at most {IndianNumbers.Rupees(Limits.CashRupeesMost)} at a time.",
        _ => null,
    };
}
