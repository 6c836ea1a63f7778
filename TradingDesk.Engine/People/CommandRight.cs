namespace TradingDesk.Engine.People;

/// <summary>What it takes to give a kind of command.</summary>
/// <param name="Command">The command's type name.</param>
/// <param name="AnyOf">The roles of which one is needed; none means that no person may give it.</param>
/// <param name="OnAccount">Whether the account it is about must be granted.</param>
/// <param name="Doing">What it does, to say in a refusal: `placing an order`.</param>
public sealed record CommandRight(string Command, Roles AnyOf, bool OnAccount, string Doing)
{
    /// <summary>Whether every account must be granted, because it lets each of them trade again.</summary>
    public bool OnEveryAccount { get; init; }

    public bool Allows(Roles held) => (held & AnyOf) != Roles.None;
}
