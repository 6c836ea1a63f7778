using System.Security.Cryptography;
using System.Text;

namespace TradingDesk.Engine.Hosting.People;

/// <summary>
/// Seals what must be read again and must not lie in a file in the clear: AES-256-GCM under a key that lies outside every database. What is
/// sealed is bound to what it is about, so that it cannot be moved to another row.
/// </summary>
internal sealed class SecretBox
{
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly byte[] _key;

    private SecretBox(byte[] key) => _key = key;

    /// <summary>Reads the key, or draws it at the first start; a key that cannot be read or kept ends the start.</summary>
    public static SecretBox Open(string path)
    {
        try
        {
            MakeFolder(Path.GetDirectoryName(path)!);
            if (!File.Exists(path)) Draw(path);
            var key = Convert.FromHexString(File.ReadAllText(path).Trim());
            if (key.Length == KeyBytes) return new SecretBox(key);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new DeskRefusedException(
                $"The key of this desk's secrets, {path}, cannot be read or kept: {error.Message.TrimEnd('.')}.");
        }

        throw new DeskRefusedException($"The key of this desk's secrets, {path}, is none; restore it from a backup.");
    }

    public string Seal(ReadOnlySpan<byte> secret, string about)
    {
        var box = new byte[NonceBytes + TagBytes + secret.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(_key, TagBytes);
        aes.Encrypt(box.AsSpan(0, NonceBytes), secret, box.AsSpan(NonceBytes + TagBytes),
            box.AsSpan(NonceBytes, TagBytes), Encoding.UTF8.GetBytes(about));
        return Convert.ToBase64String(box);
    }

    /// <summary>Null when it was changed, moved, or sealed under another key.</summary>
    public byte[]? Open(string text, string about)
    {
        try
        {
            var bytes = Convert.FromBase64String(text);
            if (bytes.Length < NonceBytes + TagBytes) return null;
            var secret = new byte[bytes.Length - NonceBytes - TagBytes];
            using var aes = new AesGcm(_key, TagBytes);
            aes.Decrypt(bytes.AsSpan(0, NonceBytes), bytes.AsSpan(NonceBytes + TagBytes), bytes.AsSpan(NonceBytes, TagBytes), secret,
                Encoding.UTF8.GetBytes(about));
            return secret;
        }
        catch (Exception error) when (error is FormatException or CryptographicException)
        {
            return null;
        }
    }

    private static void MakeFolder(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
    }

    private static void Draw(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using var file = new FileStream(path, options);
        file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes)) + "\n"));
        file.Flush(flushToDisk: true);
    }
}
