namespace TradingDesk.Cli.Files;

/// <summary>Judges a file before it is read.</summary>
internal static class InputFile
{
    /// <summary>Why the file cannot be read, as a sentence; empty when it can.</summary>
    public static string Refusal(string path)
    {
        if (Directory.Exists(path)) return $"{path} is a folder; a file is needed.";
        if (!File.Exists(path)) return $"{path} does not exist.";
        try
        {
            // A pipe has no length, and ticks are read twice.
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            return file.CanSeek ? "" : $"{path} is no file on a disk; store it first.";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"{path} cannot be read: {error.Message}";
        }
    }
}
