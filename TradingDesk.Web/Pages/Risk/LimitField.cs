namespace TradingDesk.Web.Pages.Risk;

/// <summary>One limit as the form asks for it.</summary>
/// <param name="Name">As the engine writes it, such as `day-loss`.</param>
/// <param name="Label">Its name for a person.</param>
/// <param name="Meaning">What it holds, in a few words.</param>
/// <param name="Kind">How it is typed.</param>
/// <param name="Most">The highest value of a number.</param>
public sealed record LimitField(string Name, string Label, string Meaning, LimitKind Kind, decimal Most = 0)
{
    private const decimal RupeesMost = 100_000_000_000m;

    /// <summary>Every limit there is, in the engine's order.</summary>
    public static IReadOnlyList<LimitField> All { get; } =
    [
        new("order-value", "Order value", "₹ of one order", LimitKind.Money, RupeesMost),
        new("order-units", "Order units", "units of one order", LimitKind.Count, 100_000_000),
        new("collar", "Price collar", "% from the last price", LimitKind.Percent, 100),
        new("price-age", "Price age", "seconds a price counts", LimitKind.Count, 86_400),
        new("position", "Position", "₹ in one instrument", LimitKind.Money, RupeesMost),
        new("underlying", "Underlying", "₹ on one underlying", LimitKind.Money, RupeesMost),
        new("gross", "Gross exposure", "₹ long and short together", LimitKind.Money, RupeesMost),
        new("net", "Net exposure", "₹ in one direction", LimitKind.Money, RupeesMost),
        new("open-orders", "Open orders", "orders at once", LimitKind.Count, Engine.Primitives.Limits.OpenOrdersMost),
        new("trades", "Entries a day", "entries", LimitKind.Count, 1_000_000),
        new("day-loss", "Day's loss", "₹ after charges", LimitKind.Money, RupeesMost),
        new("drawdown", "Drawdown", "₹ below the highest worth", LimitKind.Money, RupeesMost),
        new("products", "Products", "cnc, mis, nrml", LimitKind.Products),
        new("window", "Time of day", "such as 09:20-15:10", LimitKind.Window),
        new("instruments", "Instruments", "keys such as 1:2885", LimitKind.Instruments),
    ];

    /// <summary>Whether nothing is entered while it is absent.</summary>
    public bool DeniesWhenAbsent => Kind is LimitKind.Money or LimitKind.Count or LimitKind.Percent;

    /// <summary>What its absence means.</summary>
    public string AbsentWords => DeniesWhenAbsent ? "not set: denied" : "not set: all";

    /// <summary>The limits of a line such as `day-loss=5000 collar=2.5`, by name.</summary>
    public static IReadOnlyDictionary<string, string> Read(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
}
