using System.Globalization;

namespace TradingDesk.Engine.Hosting.Settings;

/// <summary>The lines of a `.env` file: NAME=value, comments after #, values bare or in quotes.</summary>
internal static class EnvironmentFile
{
    private const string Allowed = "NAME=value, a comment after # or an empty line";

    /// <summary>Reads the text; a line that is none of the allowed forms is an error that names its number.</summary>
    public static Dictionary<string, SettingText> Parse(string text, string file, List<SettingError> errors)
    {
        var found = new Dictionary<string, SettingText>(StringComparer.Ordinal);
        var number = 0;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var source = string.Create(CultureInfo.InvariantCulture, $"{file} line {++number}");
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            if (TryParse(line, out var name, out var value)) found[name] = new SettingText(value, source);
            else errors.Add(new SettingError("a line", "...", Allowed, source));
        }

        return found;
    }

    private static bool TryParse(string line, out string name, out string value)
    {
        value = "";
        if (line.StartsWith("export ", StringComparison.Ordinal)) line = line["export ".Length..];
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        name = equals < 0 ? "" : line[..equals].Trim();
        if (name.Length == 0 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')) return false;
        return TryUnquote(line[(equals + 1)..].Trim(), out value);
    }

    private static bool TryUnquote(string text, out string value)
    {
        var isQuoted = text.Length > 0 && text[0] is '"' or '\'';
        if (!isQuoted)
        {
            value = WithoutComment(text);
            return true;
        }

        var end = text.IndexOf(text[0], 1);
        value = end < 0 ? "" : text[1..end];
        return end >= 0 && WithoutComment(text[(end + 1)..]).Length == 0;
    }

    /// <summary>A # begins a comment only after a blank, so that `a#b` stays a value.</summary>
    private static string WithoutComment(string text)
    {
        if (text.StartsWith('#')) return "";
        var comment = text.IndexOf(" #", StringComparison.Ordinal);
        return (comment < 0 ? text : text[..comment]).Trim();
    }
}
