using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.People;

/// <summary>Codes of an authenticator app: RFC 6238 with SHA-1, 30 s and six digits, which is what every app knows.</summary>
public static class OneTimeCode
{
    public const int SecretBytes = 20;

    private const int Digits = 1_000_000;
    private const long StepSeconds = 30;

    /// <summary>One step to either side: clocks of phones are off.</summary>
    private const int Tolerance = 1;

    public static long StepOf(Instant now) => now.Nanos / Instant.NanosPerSecond / StepSeconds;

    [SuppressMessage("Security", "CA5350", Justification = "The authenticator apps' standard; a keyed hash does not need what SHA-1 lost.")]
    public static string At(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, hash);
        var offset = hash[^1] & 0x0F;
        var number = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & int.MaxValue;
        return (number % Digits).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code this is, looked for around now and after the last one used; null is a wrong or a used code.</summary>
    public static long? Match(ReadOnlySpan<byte> secret, string code, Instant now, long lastUsed)
    {
        var given = System.Text.Encoding.ASCII.GetBytes(code);
        long? found = null;
        for (var step = StepOf(now) - Tolerance; step <= StepOf(now) + Tolerance; step++)
        {
            var isIt = CryptographicOperations.FixedTimeEquals(given, System.Text.Encoding.ASCII.GetBytes(At(secret, step)));
            if (isIt && step > lastUsed) found ??= step;
        }

        return found;
    }

    /// <summary>What an app reads, typed or as a picture.</summary>
    public static string AddressOf(string person, string secret) =>
        $"otpauth://totp/TradingDesk:{Uri.EscapeDataString(person)}?secret={secret}&issuer=TradingDesk&algorithm=SHA1&digits=6&period=30";
}
