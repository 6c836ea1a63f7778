namespace TradingDesk.Cli.CommandLine;

/// <summary>What the program leaves behind for the shell.</summary>
internal static class ExitCodes
{
    public const int Good = 0;

    /// <summary>The run found something wrong: a re-run differs, a folder cannot be written.</summary>
    public const int Wrong = 1;

    /// <summary>An argument or a row of a file cannot be understood.</summary>
    public const int BadInput = 2;

    /// <summary>Ctrl+C, as shells number it.</summary>
    public const int Cancelled = 130;
}
