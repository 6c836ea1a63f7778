namespace TradingDesk.Cli.CommandLine;

/// <summary>What a verb says of itself; its usage text and the reading of its arguments are made from it.</summary>
internal sealed record VerbDescription(string Name, string Summary, IReadOnlyList<VerbOption> Options)
{
    /// <summary>The name of the one word that stands without an option, such as a folder; empty when there is none.</summary>
    public string Word { get; init; } = "";

    /// <summary>Lines below the options: forms of files, decisions, exit codes.</summary>
    public string Remarks { get; init; } = "";
}
