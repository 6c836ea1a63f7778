using System.Security.Cryptography;
using System.Text;

namespace TradingDesk.Engine.Hosting.People;

/// <summary>Text that nobody can guess, for links, cookies and tickets, and the hash by which it is known again.</summary>
internal static class RandomText
{
    private const int Bytes = 32;

    /// <summary>256 bits that may stand in an address.</summary>
    public static string Draw() =>
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>A fast hash, for what is hashed cannot be guessed.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static bool Is(string text, string hash) => hash.Length > 0
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(text)), Encoding.ASCII.GetBytes(hash));
}
