namespace TradingDesk.Tests.Tidy;

/// <summary>One type's use of another, as the compiled assembly has it; names are full, nested types speak as their outermost.</summary>
internal sealed record TypeUse(string User, string Used)
{
    public override string ToString() => $"{User} uses {Used}";
}
