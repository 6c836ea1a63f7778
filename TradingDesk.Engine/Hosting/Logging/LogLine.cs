using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TradingDesk.Engine.Hosting.Logging;

/// <summary>The JSON of one line of the log: `at` in UTC, `level`, `from`, `message` and, after a failure, `exception`.</summary>
internal static partial class LogLine
{
    private static readonly JsonWriterOptions _plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line's bytes with its end; what looks like a secret is masked.</summary>
    public static byte[] Of(in LogEntry entry)
    {
        var bytes = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(bytes, _plain))
        {
            json.WriteStartObject();
            json.WriteString("at", AtOf(entry));
            json.WriteString("level", entry.Level.ToString().ToLowerInvariant());
            json.WriteString("from", entry.Category);
            json.WriteString("message", Masked(entry.Message));
            if (entry.Exception is { } exception) json.WriteString("exception", Masked(exception));
            json.WriteEndObject();
        }

        bytes.Write("\n"u8);
        return bytes.WrittenSpan.ToArray();
    }

    private static string AtOf(in LogEntry entry) =>
        entry.At.ToIndia().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private static string Masked(string text) => Bearer().Replace(Secret().Replace(text, "$1***"), "$1***");

    [GeneratedRegex("((?:password|passwd|secret|api[-_ ]?key|(?:access|refresh|feed|jwt)[-_ ]?token|totp|client[-_ ]?code)"
        + @"""?\s*[=:]\s*""?)[^\s""',;&}]+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secret();

    [GeneratedRegex(@"(Bearer\s+)[A-Za-z0-9._~+/=-]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bearer();
}
