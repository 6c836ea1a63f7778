using System.Text;

namespace TradingDesk.Engine.People;

/// <summary>What a password must be: long, and not one that everybody tries first. Kept without a network, so the list is words.</summary>
public static class PasswordRules
{
    public const int LengthLeast = 12;
    public const int LengthMost = 128;

    private const int SignsLeast = 5;

    private static readonly HashSet<string> _words = ReadWords();
    private static readonly int _longest = _words.Max(word => word.Length);

    public static string Allowed { get; } =
        $"{LengthLeast} to {LengthMost} signs, not your name, and not common words with a few digits behind them";

    /// <summary>What is wrong with it, or empty.</summary>
    public static string Refuse(string password, string name)
    {
        if (password.Length < LengthLeast) return $"A password has at least {LengthLeast} signs.";
        if (password.Length > LengthMost) return $"A password has at most {LengthMost} signs.";
        if (password.Distinct().Count() < SignsLeast) return "That password is the same few signs again and again.";
        if (name.Length > 2 && password.Contains(name, StringComparison.OrdinalIgnoreCase)) return "A password must not contain your name.";
        return IsCommon(password) || IsCommon(WithoutTail(password))
            ? "That password is made of what everybody tries first; take words that do not belong together."
            : "";
    }

    /// <summary>A word with a year behind it is that word.</summary>
    private static string WithoutTail(string password)
    {
        var end = password.Length;
        while (end > 0 && !char.IsLetter(password[end - 1])) end--;
        return password[..end];
    }

    /// <summary>Nothing but common words, digits and signs, also where digits stand for letters.</summary>
    private static bool IsCommon(string password)
    {
        var letters = new StringBuilder(password.Length);
        foreach (var sign in password.ToLowerInvariant()) letters.Append(LetterOf(sign));
        return letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).All(IsMadeOfWords) || IsMadeOfWordsAsTyped(password);
    }

    private static bool IsMadeOfWordsAsTyped(string password) =>
        string.Concat(password.ToLowerInvariant().Select(sign => char.IsAsciiLetterLower(sign) ? sign : ' '))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).All(IsMadeOfWords);

    private static char LetterOf(char sign) => sign switch
    {
        '0' => 'o',
        '1' or '!' or '|' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        _ => char.IsLetter(sign) ? sign : ' ',
    };

    /// <summary>Whether the text falls into listed words without a rest; no text is longer than a password.</summary>
    private static bool IsMadeOfWords(string text)
    {
        var reached = new bool[text.Length + 1];
        reached[0] = true;
        for (var end = 1; end <= text.Length; end++)
        {
            for (var start = Math.Max(0, end - _longest); start < end && !reached[end]; start++)
                reached[end] = reached[start] && _words.Contains(text[start..end]);
        }

        return reached[^1];
    }

    private static HashSet<string> ReadWords()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("common-words.txt")
            ?? throw new InvalidOperationException("The program was built without its list of common words.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);
    }
}
