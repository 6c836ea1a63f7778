using System.Security.Cryptography;
using TradingDesk.Engine.Orders;

namespace TradingDesk.Engine.Hosting.Trading;

/// <summary>The file that makes a desk's order tags its own, drawn once and kept beside its journal.</summary>
internal static class InstallKey
{
    public const string FileName = "install.key";

    /// <summary>The key of that folder; a file that cannot be read or written ends the start, for tags would be given twice.</summary>
    public static TagKey Of(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            if (!File.Exists(path)) return Draw(path);
            return TagKey.TryParse(File.ReadAllText(path).Trim(), out var key)
                ? key
                : throw new DeskRefusedException($"The key of this desk's order tags, {path}, cannot be read; restore it from a backup.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DeskRefusedException($"The key of this desk's order tags, {path}, cannot be kept: {error.Message.TrimEnd('.')}.");
        }
    }

    private static TagKey Draw(string path)
    {
        var key = new TagKey(RandomNumberGenerator.GetInt32(1_024), BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)));
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        file.Write(System.Text.Encoding.ASCII.GetBytes(key + "\n"));
        file.Flush(flushToDisk: true);
        return key;
    }
}
