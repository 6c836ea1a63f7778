using System.Globalization;

namespace TradingDesk.Engine.Hosting;

/// <summary>The hold of one desk on what it writes: an open file that the system lets go of when the process ends, however it
/// ends.</summary>
internal sealed class DeskLock : IDisposable
{
    private const int SharingViolationOfWindows = unchecked((int)0x8007_0020);
    private const int WouldBlockOfLinux = 11;
    private const int WouldBlockOfMacOS = 35;

    private readonly FileStream _file;

    private DeskLock(FileStream file) => _file = file;

    /// <summary>
    /// Takes the hold, or says in a sentence who has it. A locked file cannot be read by others, so `path.lock` is held and the holder's
    /// number stands in `path.pid`.
    /// </summary>
    public static DeskLock? TryTake(string path, string what, out string refusal)
    {
        refusal = "";
        try
        {
            var file = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            TellHolder(path + ".pid");
            return new DeskLock(file);
        }
        catch (IOException error) when (IsHeldByAnother(error))
        {
            refusal = $"The {what} is used by another desk (process {Holder(path + ".pid")}).";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            refusal = $"The {what} cannot be held: {error.Message.TrimEnd('.')}.";
        }

        return null;
    }

    public void Dispose() => _file.Dispose();

    /// <summary>A full disk or a missing folder is no other desk: only the system's word for a held file is.</summary>
    private static bool IsHeldByAnother(IOException error) =>
        error.HResult is SharingViolationOfWindows or WouldBlockOfLinux or WouldBlockOfMacOS;

    /// <summary>Best effort: the hold stands without it, only its sentence would name no process.</summary>
    private static void TellHolder(string path)
    {
        try
        {
            File.WriteAllText(path, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    private static string Holder(string path)
    {
        try
        {
            return File.ReadAllText(path).Trim();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "unknown";
        }
    }
}
