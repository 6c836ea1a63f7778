namespace TradingDesk.Cli.CommandLine;

/// <summary>What a verb says of itself; its usage text and the reading of its arguments are made from it.</summary>
internal sealed record VerbDescription(string Name, string Summary, IReadOnlyList<VerbOption> Options)
{
    /// <summary>The names of the words that stand without an option, such as a folder's; empty when there are none.</summary>
    public string Word { get; init; } = "";

    /// <summary>How many words may stand without an option.</summary>
    public int WordsMost { get; init; } = 1;

    /// <summary>Whether the word may be left out.</summary>
    public bool IsWordOptional { get; init; }

    /// <summary>Lines below the options: forms of files, decisions, exit codes.</summary>
    public string Remarks { get; init; } = "";
}
