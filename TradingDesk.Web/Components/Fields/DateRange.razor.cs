using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Components.Fields;

/// <summary>Two native fields for days, ranges that are ready made, and what is wrong with a range. A day is a day in India.</summary>
public sealed partial class DateRange : ComponentBase
{
    private const string Form = "yyyy-MM-dd";

    [Parameter, EditorRequired] public string Id { get; set; } = "";

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    [Parameter, EditorRequired] public DayRange Value { get; set; } = new(null, null);

    /// <summary>What was typed, right or wrong; <see cref="WhyNot"/> says which.</summary>
    [Parameter] public EventCallback<DayRange> ValueChanged { get; set; }

    [Parameter] public IReadOnlyList<ReadyRange> Ready { get; set; } = [];

    [Parameter] public DateOnly? Earliest { get; set; }

    [Parameter] public DateOnly? Latest { get; set; }

    /// <summary>The most days that may be asked for at once.</summary>
    [Parameter] public int? DaysMost { get; set; }

    [Parameter] public string? Problem { get; set; }

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public string Class { get; set; } = "";

    /// <summary>A sentence about a range that cannot be taken; null for one that can, or is not whole yet.</summary>
    public string? WhyNot
    {
        get
        {
            if (Value.From < Earliest || Value.To < Earliest) return $"There is nothing before {Text(Earliest)}.";
            if (Value.From > Latest || Value.To > Latest) return $"There is nothing after {Text(Latest)}.";
            if (Value.From > Value.To) return "The first day lies behind the last.";
            if (Value.Days > DaysMost) return string.Create(CultureInfo.InvariantCulture, $"At most {DaysMost} days, not {Value.Days}.");
            return Problem;
        }
    }

    private string Invalid => WhyNot is null ? "false" : "true";

    private Task FromTypedAsync(ChangeEventArgs typed) => TakeAsync(Value with { From = Read(typed) });

    private Task ToTypedAsync(ChangeEventArgs typed) => TakeAsync(Value with { To = Read(typed) });

    private Task TakeAsync(DayRange range) => ValueChanged.InvokeAsync(range);

    // A native field gives nothing, or this form; what a bent browser sends else is nothing too.
    private static DateOnly? Read(ChangeEventArgs typed) =>
        DateOnly.TryParseExact((string?)typed.Value, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Text(DateOnly? day) => day?.ToString(Form, CultureInfo.InvariantCulture);
}
