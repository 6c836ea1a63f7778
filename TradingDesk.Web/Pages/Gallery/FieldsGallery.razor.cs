using Microsoft.AspNetCore.Components;
using TradingDesk.Web.Components.Fields;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Pages.Gallery;

/// <summary>Fields for amounts, for one of many, and for days, right and wrong.</summary>
public sealed partial class FieldsGallery : ComponentBase
{
    private const int Lot = 65;
    private const int FreezeQuantity = 1_800;

    private static readonly NumberRule _price =
        new("Price", 2) { Step = 0.05m, LargeStep = 1, HoldsStep = true, Least = 0.05m, Unit = NumberUnit.Rupees };

    private static readonly NumberRule _quantity = new("Quantity", 0) { Step = Lot, HoldsStep = true, Least = Lot, Most = 100 * Lot };

    private static readonly NumberRule _percent =
        new("Stop", 2) { Step = 0.25m, Least = null, Unit = NumberUnit.Percent, IsRequired = false };

    private static readonly DateOnly _today = new(2026, 11, 20);

    private static readonly ReadyRange[] _ready =
    [
        new("A week", new DayRange(_today.AddDays(-6), _today)), new("A month", new DayRange(_today.AddMonths(-1).AddDays(1), _today)),
        new("A year", new DayRange(_today.AddYears(-1).AddDays(1), _today)),
    ];

    private string _priceText = _price.Write(182.35m);
    private string _quantityText = _quantity.Write(10 * Lot);
    private string _percentText = _percent.Write(-1.25m);
    private SampleInstrument? _instrument;
    private DayRange _days = _ready[1].Range;

    private string QuantityHint => _quantity.Read(_quantityText).Value is { } quantity
        ? $"{IndianNumbers.Plain(quantity / Lot, 0)} lots of {Lot} · slices: {Math.Ceiling(quantity / FreezeQuantity)}"
        : $"lots of {Lot}";

    private static string Name(SampleInstrument instrument) => instrument.Name;

    private static string Exchange(SampleInstrument instrument) => instrument.Exchange;

    private static Task<IReadOnlyList<SampleInstrument>> SearchAsync(string typed, CancellationToken cancelled) =>
        Task.FromResult<IReadOnlyList<SampleInstrument>>(
        [
            .. SampleInstrument.All.Where(one => FuzzyMatch.Score(one.Name, typed) is not null)
                .OrderByDescending(one => FuzzyMatch.Score(one.Name, typed)),
        ]);

    private static Task<IReadOnlyList<SampleInstrument>> FailAsync(string typed, CancellationToken cancelled) =>
        Task.FromException<IReadOnlyList<SampleInstrument>>(new IOException("The list of instruments is away."));
}
