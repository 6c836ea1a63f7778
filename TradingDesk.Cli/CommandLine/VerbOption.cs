namespace TradingDesk.Cli.CommandLine;

/// <summary>One option of a verb; one without a value is a flag.</summary>
internal sealed record VerbOption(string Name, string Value, string Meaning)
{
    public bool IsRequired { get; init; }

    public string Default { get; init; } = "";

    /// <summary>Whether it may be given several times.</summary>
    public bool IsRepeatable { get; init; }

    public bool IsFlag => Value.Length == 0;

    public static VerbOption Json { get; } = new("--json", "", "write the result as JSON");
}
