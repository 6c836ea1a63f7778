using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Portfolio;

namespace TradingDesk.Tests.Determinism;

/// <summary>
/// Everything an object holds, private cells included, one line each: two books of money with one print are the same. What the market
/// says of a position is left out, for the next tick says it again.
/// </summary>
internal sealed class BookPrint
{
    private static readonly string[] _ofTheMarket = ["<Last>k__BackingField", "<LastAt>k__BackingField"];

    private readonly StringBuilder _text = new();
    private readonly Dictionary<object, int> _seen = new(ReferenceEqualityComparer.Instance);

    private BookPrint()
    {
    }

    public static string Of(object held)
    {
        var print = new BookPrint();
        print.Add("book", held);
        return print._text.ToString();
    }

    /// <summary>The first line in which two prints differ; empty when none does.</summary>
    public static string Difference(string expected, string found)
    {
        if (expected == found) return "";
        var (left, right) = (expected.Split('\n'), found.Split('\n'));
        var line = 0;
        while (line < left.Length && line < right.Length && left[line] == right[line]) line++;
        return $"'{left.ElementAtOrDefault(line)}' and '{right.ElementAtOrDefault(line)}'";
    }

    private void Add(string path, object? value)
    {
        switch (value)
        {
            case null or InstrumentTable or AccountRules: return;
            case string or Enum: Write(path, value); return;
            case IDictionary map: AddEach(path, map); return;
            case IEnumerable list: AddEach(path, list); return;
        }

        var type = value.GetType();
        if (type.IsPrimitive) Write(path, value);
        else if (type.IsValueType || IsNew(path, value)) AddCells(path, value, type);
    }

    private void AddEach(string path, IDictionary map)
    {
        foreach (DictionaryEntry entry in map)
        {
            Add($"{path}.key", entry.Key);
            Add($"{path}.value", entry.Value);
        }
    }

    private void AddEach(string path, IEnumerable list)
    {
        foreach (var one in list) Add($"{path}.", one);
    }

    private void AddCells(string path, object value, Type type)
    {
        const BindingFlags Cells = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        foreach (var cell in type.GetFields(Cells))
        {
            if (type == typeof(Position) && _ofTheMarket.Contains(cell.Name)) continue;
            Add($"{path}.{cell.Name}", cell.GetValue(value));
        }
    }

    /// <summary>What was printed already is named by its number only.</summary>
    private bool IsNew(string path, object value)
    {
        if (_seen.TryAdd(value, _seen.Count)) return true;
        Write(path, _seen[value]);
        return false;
    }

    private void Write(string path, object value) => _text.Append(CultureInfo.InvariantCulture, $"{path} {value}\n");
}
