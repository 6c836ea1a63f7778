using System.Globalization;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Runs;

/// <summary>
/// Which contract a run trades on what it watches: the instrument itself, its near future, or an option so many strikes from the money:
/// a call when it is to rise, a put when it is to fall.
/// </summary>
/// <param name="Kind">What is traded.</param>
/// <param name="Strikes">Strikes out of the money; negative ones lie in the money.</param>
/// <param name="Days">Days that must be left to the contract's last.</param>
internal readonly record struct ContractRule(ContractKind Kind, int Strikes, int Days)
{
    public const string Allowed =
        "itself, future, atm, otm1 to otm10 or itm1 to itm10; a contract may name the days it must have left, such as future/2";

    private const int StrikesMost = 10;
    private const int DaysMost = 60;

    public static bool TryParse(string text, out ContractRule rule)
    {
        rule = default;
        var (word, days) = (text, 0);
        if (text.IndexOf('/', StringComparison.Ordinal) is >= 0 and var cut)
        {
            word = text[..cut];
            if (!int.TryParse(text.AsSpan(cut + 1), NumberStyles.None, CultureInfo.InvariantCulture, out days) || days > DaysMost)
                return false;
        }

        if (word is "itself" or "future" or "atm")
        {
            var kind = word switch { "itself" => ContractKind.Itself, "future" => ContractKind.Future, _ => ContractKind.Option };
            rule = new ContractRule(kind, 0, days);
            return word != "itself" || days == 0;
        }

        var sign = word.StartsWith("otm", StringComparison.Ordinal) ? 1 : word.StartsWith("itm", StringComparison.Ordinal) ? -1 : 0;
        if (sign == 0 || !int.TryParse(word.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var strikes)) return false;
        rule = new ContractRule(ContractKind.Option, sign * strikes, days);
        return strikes is >= 1 and <= StrikesMost;
    }

    public override string ToString()
    {
        var word = Kind switch
        {
            ContractKind.Itself => "itself",
            ContractKind.Future => "future",
            _ when Strikes == 0 => "atm",
            _ => string.Create(CultureInfo.InvariantCulture, $"{(Strikes > 0 ? "otm" : "itm")}{Math.Abs(Strikes)}"),
        };
        return Days == 0 ? word : string.Create(CultureInfo.InvariantCulture, $"{word}/{Days}");
    }

    /// <summary>Which way the traded contract must go to gain when the watched instrument goes that way: a put the other.</summary>
    public static Side SideOf(Instrument traded, Side way) => traded.Kind == InstrumentKind.Put ? way.Opposite() : way;

    /// <summary>The contract to open when the watched instrument, at that price, is to go that way; null where none fits.</summary>
    public Instrument? Resolve(Instrument watched, IReadOnlyList<Instrument> contracts, Price price, Side way, DateOnly today)
    {
        if (Kind == ContractKind.Itself) return watched;
        var kind = Kind == ContractKind.Future ? InstrumentKind.Future : way == Side.Buy ? InstrumentKind.Call : InstrumentKind.Put;
        var first = today.AddDays(Days);
        var fitting = contracts.Where(contract => contract.Kind == kind && contract.Expiry >= first).ToArray();
        var expiry = fitting.Min(contract => contract.Expiry);
        var listed = fitting.Where(contract => contract.Expiry == expiry).OrderBy(contract => contract.Strike).ToArray();
        if (listed.Length == 0 || Kind == ContractKind.Future) return listed.FirstOrDefault();
        var nearest = Enumerable.Range(0, listed.Length).MinBy(place => Math.Abs(listed[place].Strike.Scaled - price.Scaled));
        var wanted = nearest + (kind == InstrumentKind.Call ? Strikes : -Strikes);
        return wanted >= 0 && wanted < listed.Length ? listed[wanted] : null;
    }
}

/// <summary>What a run trades.</summary>
internal enum ContractKind : byte
{
    Itself = 0,
    Future = 1,
    Option = 2,
}
