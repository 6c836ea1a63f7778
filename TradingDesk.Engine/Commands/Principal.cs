namespace TradingDesk.Engine.Commands;

/// <summary>Who gives a command: a person by the session they signed in with, the desk itself, or whoever owns its data folder.</summary>
/// <param name="Name">What journal and audit name them.</param>
/// <param name="Session">The number of a person's session; 0 for what is no person.</param>
public readonly record struct Principal(string Name, long Session)
{
    /// <summary>The desk by itself: its first account, its declared runs, its guards.</summary>
    public static Principal Desk => new("desk", 0);

    /// <summary>What the desk's settings declare.</summary>
    public static Principal Settings => new("settings", 0);

    /// <summary>Whoever may open the desk's own socket, which only the owner of its folder can.</summary>
    public static Principal Console => new("console", 0);

    /// <summary>Names that no person may have, for journal and audit would be read wrong.</summary>
    public static IReadOnlyList<string> Reserved { get; } = ["desk", "settings", "console", "run", "operator", "page", "nobody"];
}
