namespace TradingDesk.Cli.CommandLine;

/// <summary>What a verb says of itself; its usage text and the reading of its arguments are made from it.</summary>
internal sealed record VerbDescription(string Name, string Summary, IReadOnlyList<VerbOption> Options)
{
    /// <summary>The name of the one word that stands without an option, such as a folder; empty when there is none.</summary>
    public string Word { get; init; } = "";

    /// <summary>Lines below the options: forms of files, decisions, exit codes.</summary>
    public string Remarks { get; init; } = "";
}

/// <summary>One option of a verb; one without a value is a flag.</summary>
internal sealed record VerbOption(string Name, string Value, string Meaning)
{
    public bool IsRequired { get; init; }

    public string Default { get; init; } = "";

    public bool IsFlag => Value.Length == 0;

    public static VerbOption Json { get; } = new("--json", "", "write the result as JSON");
}
