namespace TradingDesk.Web.Components.Foundation;

/// <summary>
/// How well letters typed in a hurry fit a text: every word typed must be found, whole, at a word's start, or letter by letter.
/// </summary>
public static class FuzzyMatch
{
    private const int AtStart = 100;
    private const int AtWord = 60;
    private const int Inside = 30;
    private const int Scattered = 5;

    /// <summary>Null where it does not fit; the more, the better. Nothing typed fits everything alike.</summary>
    public static int? Score(string text, string typed)
    {
        var total = 0;
        foreach (var word in typed.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (ScoreWord(text, word) is not { } score) return null;
            total += score;
        }

        return total;
    }

    private static int? ScoreWord(string text, string word)
    {
        var best = 0;
        for (var at = Next(text, word, 0); at >= 0; at = Next(text, word, at + 1))
            best = Math.Max(best, at == 0 ? AtStart : IsWordStart(text, at) ? AtWord : Inside);
        if (best > 0) return best + (text.Length == word.Length ? AtStart : 0);
        return IsScattered(text, word) ? Scattered : null;
    }

    private static int Next(string text, string word, int from) =>
        from > text.Length ? -1 : text.IndexOf(word, from, StringComparison.OrdinalIgnoreCase);

    private static bool IsWordStart(string text, int at) =>
        !char.IsLetterOrDigit(text[at - 1]) || (char.IsDigit(text[at]) && !char.IsDigit(text[at - 1]));

    /// <summary>Its letters come in this order, the first of them at a word's start: "okl" is in "Open kill switch".</summary>
    private static bool IsScattered(string text, string word)
    {
        var at = 0;
        foreach (var letter in word)
        {
            var from = at;
            while (at < text.Length && char.ToUpperInvariant(text[at]) != char.ToUpperInvariant(letter)) at++;
            if (at == text.Length) return false;
            if (from == 0 && at > 0 && !IsWordStart(text, at)) return false;
            at++;
        }

        return true;
    }
}
