using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TradingDesk.Engine.People;

namespace TradingDesk.Engine.Storage.Sqlite.People;

/// <summary>A line of the audit and the hash that chains it to the line before.</summary>
internal sealed record AuditRow(AuditEntry Entry, string Hash)
{
    /// <summary>No field may hold it, so that no two lines have the same canonical text.</summary>
    private const char Between = '\u001f';

    private const int TextMost = 1_000;

    public static AuditRow After(string hashBefore, AuditEntry entry)
    {
        var kept = entry with
        {
            By = Kept(entry.By),
            From = Kept(entry.From),
            What = Kept(entry.What),
            About = Kept(entry.About),
            Before = Kept(entry.Before),
            After = Kept(entry.After),
        };
        return new AuditRow(kept, HashOf(hashBefore, kept));
    }

    public bool Follows(string hashBefore) => Hash == HashOf(hashBefore, Entry);

    private static string HashOf(string before, AuditEntry entry)
    {
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{before}{Between}{entry.Number}{Between}{entry.At.Nanos}{Between}{entry.By}{Between}{entry.From}{Between}{entry.What}")
            + $"{Between}{entry.About}{Between}{entry.Before}{Between}{entry.After}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>One line of bounded length, whatever a caller sent.</summary>
    private static string Kept(string text)
    {
        var line = string.Concat(text.Select(sign => char.IsControl(sign) || char.IsSurrogate(sign) ? ' ' : sign));
        return line.Length <= TextMost ? line : line[..TextMost];
    }
}
