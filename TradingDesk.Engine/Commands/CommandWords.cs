using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Commands;

/// <summary>The words of a command's text, read one after the other; a word that cannot be read spoils the whole.</summary>
internal ref struct CommandWords(string text)
{
    private ReadOnlySpan<char> _rest = text;

    /// <summary>Whether every word so far could be read.</summary>
    public bool AreGood { get; private set; } = true;

    /// <summary>Whether all words were read, each of them good.</summary>
    public readonly bool AreDone => AreGood && _rest.IsEmpty;

    /// <summary>Whether words are left.</summary>
    public readonly bool HasMore => !_rest.IsEmpty;

    public string Word()
    {
        if (_rest.IsEmpty) AreGood = false;
        var space = _rest.IndexOf(' ');
        var word = space < 0 ? _rest : _rest[..space];
        _rest = space < 0 ? default : _rest[(space + 1)..];
        return word.ToString();
    }

    /// <summary>A word that was a person's free text.</summary>
    public string Escaped() => Uri.UnescapeDataString(Word());

    public long Number()
    {
        if (!long.TryParse(Word(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) AreGood = false;
        return number;
    }

    public T OneOf<T>()
        where T : struct, Enum
    {
        if (!Enum.TryParse<T>(Word(), ignoreCase: true, out var value) || !Enum.IsDefined(value)) AreGood = false;
        return value;
    }

    public RunId Run()
    {
        var number = Number();
        if (number is < 0 or > short.MaxValue) AreGood = false;
        return new RunId((short)number);
    }

    public OrderId Order()
    {
        if (!OrderId.TryParse(Word(), out var id)) AreGood = false;
        return id;
    }
}
