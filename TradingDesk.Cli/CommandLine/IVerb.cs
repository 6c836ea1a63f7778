namespace TradingDesk.Cli.CommandLine;

/// <summary>One thing the program can be told to do.</summary>
internal interface IVerb
{
    VerbDescription Description { get; }

    /// <summary>Does it and answers the exit code.</summary>
    int Run(Arguments arguments, Terminal terminal, CancellationToken cancelled);
}
