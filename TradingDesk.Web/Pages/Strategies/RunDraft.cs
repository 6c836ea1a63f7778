using System.Globalization;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Web.Components.Fields;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Pages.Strategies;

/// <summary>A run's declaration as it is typed: its words by name, each as the person wrote it.</summary>
public sealed class RunDraft
{
    private static readonly string[] _modesWithLeader = ["shadow", "follow"];

    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    /// <summary>A new one with all that the engine takes when nothing is said.</summary>
    public RunDraft()
    {
        (this["timeframe"], this["mode"], this["capital"], this["quantity"]) = ("5m", "paper", "2,00,000", "lots:1");
        (this["product"], this["window"], this["square-off"]) = ("mis", "always", "none");
        (this["every"], this["short"]) = ("1", "yes");
    }

    /// <summary>One that says what a run says now.</summary>
    public RunDraft(string words)
    {
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var cut = word.IndexOf('=', StringComparison.Ordinal);
            if (cut > 0) _words[word[..cut]] = Uri.UnescapeDataString(word[(cut + 1)..]);
        }

        if (Capital is { Problem: null, Value: { } rupees }) this["capital"] = IndianNumbers.Plain(rupees, rupees.Scale);
    }

    /// <summary>A word's value as typed; empty where nothing is said.</summary>
    public string this[string word]
    {
        get => _words.GetValueOrDefault(word, "");
        set => _words[word] = value;
    }

    public bool HasLeader => _modesWithLeader.Contains(this["mode"]);

    /// <summary>`lots`, `capital` or `risk`, and its number.</summary>
    public string QuantityKind
    {
        get => this["quantity"].Split(':')[0];
        set => this["quantity"] = $"{value}:{QuantityNumber}";
    }

    public string QuantityNumber
    {
        get => this["quantity"].Split(':', 2)[^1];
        set => this["quantity"] = $"{QuantityKind}:{value.Trim()}";
    }

    /// <summary>The capital with its commas read, or what is wrong with them.</summary>
    public TypedNumber Capital => new NumberRule("capital", 2).Read(this["capital"]);

    /// <summary>Another strategy's parameters stand at their defaults; those of the one before go.</summary>
    public void Choose(StrategyKind kind, IEnumerable<StrategyKind> all)
    {
        foreach (var parameter in all.SelectMany(known => known.Parameters)) _words.Remove(parameter.Name);
        this["strategy"] = kind.Code;
        foreach (var parameter in kind.Parameters) this[parameter.Name] = Written(parameter.Default);
    }

    /// <summary>The words as the engine reads them; what is left empty is left out, a value may hold spaces.</summary>
    public string ToWords() => string.Join(' ', _words.Where(IsSaid).Select(word => $"{word.Key}={Uri.EscapeDataString(Said(word))}"));

    /// <summary>What may be typed for a parameter: `2 to 500, whole; default 10`.</summary>
    public static string Allowed(IndicatorNumber parameter) =>
        $"{Grouped(parameter.Least)} to {Grouped(parameter.Most)}{(parameter.Whole ? ", whole" : "")}; "
            + $"default {Written(parameter.Default)}";

    private bool IsSaid(KeyValuePair<string, string> word) => word.Value.Trim().Length > 0 && (word.Key != "leader" || HasLeader);

    private string Said(KeyValuePair<string, string> word) => word.Key == "capital" && Capital is { Problem: null, Value: { } rupees }
        ? rupees.ToString(CultureInfo.InvariantCulture)
        : word.Value.Trim();

    private static string Written(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Grouped(double number) => IndianNumbers.Plain((decimal)number, ((decimal)number).Scale);
}
