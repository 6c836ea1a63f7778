using System.Globalization;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Watch;

/// <summary>The words of a rule, read one after the other; the first that does not fit is the problem.</summary>
internal sealed class RuleWords(string text)
{
    private readonly string[] _words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    private int _next;

    public AlertProblem? Problem { get; private set; }

    public string First => _words.Length > 0 ? _words[0] : "";

    public bool Is(int place, string word) => place < _words.Length && Same(_words[place], word);

    public void Refuse(string word, string sentence, RefusalCode code = RefusalCode.AlertNotAllowed) =>
        Problem ??= new AlertProblem(code, word, word.Length == 0 ? sentence : $"'{word}' {sentence}");

    /// <summary>The next word, which is one of those.</summary>
    public string OneOf(params ReadOnlySpan<string> allowed)
    {
        var word = Next(string.Join(", ", allowed));
        foreach (var known in allowed)
        {
            if (Same(word, known)) return known;
        }

        Refuse(word, $"does not fit here: write {string.Join(" or ", allowed.ToArray())}.");
        return allowed[0];
    }

    public AlertComparison Comparison() => OneOf("above", "below", "crosses") switch
    {
        "above" => AlertComparison.Above,
        "below" => AlertComparison.Below,
        _ => AlertComparison.Crosses,
    };

    /// <summary>The instrument named by all words before one of those.</summary>
    public Instrument? Instrument(InstrumentTable table, params ReadOnlySpan<string> before)
    {
        var from = _next;
        while (_next < _words.Length && !IsOneOf(_words[_next], before)) _next++;
        if (_next == _words.Length) StepBack(table, from);
        var name = string.Join(' ', _words[from.._next]);
        if (name.Length == 0)
        {
            Refuse("", "The rule does not name its instrument: write a name such as NSE:RELIANCE after 'of'.");
            return null;
        }

        var match = table.Find(name);
        if (match.Found is null) Refuse(name, $"is no instrument of this desk: {match.Problem}", RefusalCode.InstrumentUnknown);
        return match.Found;
    }

    /// <summary>Without such a word the longest name that is an instrument ends before the word that is wrong.</summary>
    private void StepBack(InstrumentTable table, int from)
    {
        for (var end = _next; end > from; end--)
        {
            if (table.Find(string.Join(' ', _words[from..end])).Found is null) continue;
            _next = end;
            return;
        }
    }

    public string Column() => Next("an indicator's column");

    public string Account() => Next("an account's name").ToUpperInvariant();

    public Price Price()
    {
        var word = Next("a price");
        if (!Primitives.Price.TryParse(word, out var price) || price.Scaled <= 0)
            Refuse(word, "is no price: write rupees above 0 such as 2500 or 2512.50, without commas.");
        return price;
    }

    public Money Money(bool mayBeNegative)
    {
        var word = Next("an amount");
        var most = Primitives.Money.FromRupees(Limits.CashRupeesMost);
        var isRead = decimal.TryParse(
            word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rupees);
        if (!isRead || Math.Abs(rupees) > most.Rupees || decimal.Round(rupees, 2) != rupees)
            Refuse(word, "is no amount: write rupees such as 5000 or 2500.50, at most 100 crore, without commas.");
        else if (!mayBeNegative && rupees <= 0)
            Refuse(word, "cannot be: a drawdown is an amount above 0.");
        return Problem is null ? Primitives.Money.FromRupees(rupees) : default;
    }

    public int Whole(int least, int most)
    {
        var word = Next("a number");
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Refuse(word, string.Create(CultureInfo.InvariantCulture, $"is no whole number from {least} to {most:0}."));
        return least;
    }

    public Timeframe Timeframe()
    {
        var word = Next("a timeframe");
        if (!Primitives.Timeframe.TryParse(word, out var timeframe))
            Refuse(word, $"is no timeframe: write one that the desk builds, such as 5m, 1h or day ({Primitives.Timeframe.Allowed}).");
        return timeframe;
    }

    public string Next(string what)
    {
        if (_next < _words.Length) return _words[_next++];
        Refuse("", $"The rule ends where it needs {what}.");
        return "";
    }

    /// <summary>Nothing may stand behind the rule.</summary>
    public void End()
    {
        if (_next < _words.Length) Refuse(_words[_next], "is too much: the rule ends before it.");
    }

    private static bool Same(string word, string known) => word.Equals(known, StringComparison.OrdinalIgnoreCase);

    private static bool IsOneOf(string word, ReadOnlySpan<string> known)
    {
        foreach (var one in known)
        {
            if (Same(word, one)) return true;
        }

        return false;
    }
}
