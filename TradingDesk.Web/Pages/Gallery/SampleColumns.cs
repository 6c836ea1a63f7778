using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Components.Tables;

namespace TradingDesk.Web.Pages.Gallery;

/// <summary>The columns of the gallery's tables.</summary>
internal static class SampleColumns
{
    public static IReadOnlyList<TableColumn<SampleRow>> All { get; } =
    [
        new("name", "Instrument")
        {
            Text = row => row.Name, SortKey = row => row.Name, IsRowHeader = true, IsFlexible = true, IsHideable = false,
        },
        new("product", "Product") { Text = row => row.Product, SortKey = row => row.Product, IsWide = true, Width = 70 },
        new("quantity", "Net qty")
        {
            Text = row => IndianNumbers.Whole(row.Quantity), SortKey = row => row.Quantity, IsNumber = true, Width = 64,
        },
        new("average", "Avg ₹")
        {
            Text = row => IndianNumbers.Plain(row.Average), SortKey = row => row.Average, IsNumber = true, Width = 90, IsWide = true,
        },
        new("last", "LTP ₹") { Text = row => IndianNumbers.Plain(row.Last), SortKey = row => row.Last, IsNumber = true, Width = 90 },
        new("result", "P&L ₹")
        {
            Text = row => IndianNumbers.WithSign(row.Result), SortKey = row => row.Result, IsNumber = true, Width = 96,
            Css = row => Tones.OfChange(Math.Sign(row.Result ?? 0)).Css(),
        },
        new("number", "No.")
        {
            Text = row => IndianNumbers.Whole(row.Number), IsNumber = true, IsWide = true, IsHiddenAtFirst = true, Width = 50,
        },
    ];

    /// <summary>Of a table whose rows are cards on a phone, with sums below.</summary>
    public static IReadOnlyList<TableColumn<SampleRow>> Cards { get; } =
    [
        .. All.Where(column => column.Id is "name" or "quantity" or "last" or "result").Select(column => column.Id switch
        {
            "name" => column with { IsFlexible = false, Total = tree => tree.AddContent(0, "Today") },
            "quantity" => column with { Line = 2, IsLabelled = true },
            "last" => column with { Line = 2, IsLabelled = true },
            _ => column with { Total = tree => tree.AddContent(0, IndianNumbers.WithSign(-1_234.50m)) },
        }),
    ];
}
