namespace TradingDesk.Web.Pages.Gallery;

/// <summary>A position made up for the gallery.</summary>
public sealed record SampleRow(int Number, string Name, string Product, long Quantity, decimal Average, decimal? Last)
{
    public decimal? Result => (Last - Average) * Quantity;

    /// <summary>The same rows at every start, so that pictures can be compared.</summary>
    public static IReadOnlyList<SampleRow> Make(int count) => [.. Enumerable.Range(0, count).Select(Row)];

    private static SampleRow Row(int number)
    {
        var instrument = SampleInstrument.All[number % SampleInstrument.All.Count];
        var average = 120 + (number * 7919 % 250_000 / 100m);
        var move = ((number * 104_729 % 401) - 200) / 100m;
        return new SampleRow(number, instrument.Name, number % 3 == 0 ? "CNC" : "MIS", ((number * 31 % 19) - 9) * 25, average,
            number % 17 == 5 ? null : average + move);
    }
}
