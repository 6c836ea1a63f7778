namespace TradingDesk.Cli.CommandLine;

/// <summary>Text from outside as it may stand in a sentence: short, without control characters, which could drive the terminal.</summary>
internal static class Echo
{
    private const int Longest = 40;

    public static string Of(ReadOnlySpan<char> text)
    {
        var cut = text.Length > Longest ? text[..Longest] : text;
        var letters = cut.ToArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (char.IsControl(letters[i])) letters[i] = '?';
        }

        return text.Length > Longest ? $"'{new string(letters)}...'" : $"'{new string(letters)}'";
    }
}
