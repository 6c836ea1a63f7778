using System.Globalization;

namespace TradingDesk.Engine.Hosting;

/// <summary>The hold of one desk on its data folder: an open file that the system lets go of when the process ends, however it ends.</summary>
internal sealed class DeskLock : IDisposable
{
    /// <summary>A locked file cannot be read by others, so the holder's number stands in a file beside it.</summary>
    private const string HolderFile = "desk.pid";

    private readonly FileStream _file;

    private DeskLock(FileStream file) => _file = file;

    /// <summary>Takes the hold, or says in a sentence who has it.</summary>
    public static DeskLock? TryTake(string folder, out string refusal)
    {
        refusal = "";
        try
        {
            var file = new FileStream(Path.Combine(folder, "desk.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            TellHolder(folder);
            return new DeskLock(file);
        }
        catch (IOException)
        {
            refusal = $"The data folder {folder} is used by another desk (process {Holder(folder)}).";
        }
        catch (UnauthorizedAccessException error)
        {
            refusal = $"The data folder {folder} cannot be held: {error.Message.TrimEnd('.')}.";
        }

        return null;
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Best effort: the hold stands without it, only its sentence would name no process.</summary>
    private static void TellHolder(string folder)
    {
        try
        {
            File.WriteAllText(Path.Combine(folder, HolderFile), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    private static string Holder(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, HolderFile)).Trim();
        }
        catch (IOException)
        {
            return "unknown";
        }
    }
}
