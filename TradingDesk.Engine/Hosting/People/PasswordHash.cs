using System.Globalization;
using System.Security.Cryptography;

namespace TradingDesk.Engine.Hosting.People;

/// <summary>A password as it is kept: PBKDF2 with SHA-512, its own salt, and the rounds it was made with so that they can grow.</summary>
internal static class PasswordHash
{
    /// <summary>What OWASP asks of this function since 2023.</summary>
    public const int Rounds = 210_000;

    private const int SaltBytes = 16;
    private const int HashBytes = 32;
    private const string Name = "pbkdf2-sha512";
    private const char Between = '$';

    public static string Make(string password, int rounds)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        var hash = HashOf(password, salt, rounds);
        return string.Create(CultureInfo.InvariantCulture,
            $"{Name}{Between}{rounds}{Between}{Convert.ToBase64String(salt)}{Between}{Convert.ToBase64String(hash)}");
    }

    public static bool IsRight(string password, string kept)
    {
        var parts = kept.Split(Between);
        if (parts.Length != 4 || parts[0] != Name) return false;
        var rounds = int.Parse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture);
        var hash = HashOf(password, Convert.FromBase64String(parts[2]), rounds);
        return CryptographicOperations.FixedTimeEquals(hash, Convert.FromBase64String(parts[3]));
    }

    private static byte[] HashOf(string password, byte[] salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, rounds, HashAlgorithmName.SHA512, HashBytes);
}
