using System.Globalization;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Components.Fields;

/// <summary>What a number field takes: its name in sentences, its places, its limits and its step (a tick or a lot).</summary>
public sealed record NumberRule(string Name, int Places)
{
    /// <summary>A step of ten when a rule names no larger one.</summary>
    private const int StepsOfPage = 10;

    /// <summary>Null or below zero: the number may be negative.</summary>
    public decimal? Least { get; init; } = 0;

    public decimal? Most { get; init; }

    /// <summary>What an arrow key adds or takes; null where arrows do nothing.</summary>
    public decimal? Step { get; init; }

    /// <summary>What PageUp and PageDown add or take.</summary>
    public decimal? LargeStep { get => field ?? Step * StepsOfPage; init; }

    /// <summary>Only multiples of the step are taken, as with ticks and lots.</summary>
    public bool HoldsStep { get; init; }

    public NumberUnit Unit { get; init; }

    /// <summary>An empty field is a problem.</summary>
    public bool IsRequired { get; init; } = true;

    public bool MayBeNegative => Least is null or < 0;

    /// <summary>As the field shows it while nobody types: grouped, with two places or more where the rule has places.</summary>
    public string Write(decimal? value) =>
        value is { } number ? IndianNumbers.Plain(number, Math.Clamp(number.Scale, Math.Min(Places, 2), Places)) : "";

    /// <summary>Neither a value nor a problem when nothing is there and nothing need be.</summary>
    public TypedNumber Read(string? text)
    {
        if (!IsRequired && string.IsNullOrWhiteSpace(text)) return new TypedNumber(null, null);
        var typed = PastedNumber.Read(text, this);
        return typed.Value is { } value && WhyNot(value) is { } problem ? new TypedNumber(null, problem) : typed;
    }

    private string? WhyNot(decimal value)
    {
        if (value < Least) return $"{Name} must be at least {Write(Least)}.";
        if (value > Most) return $"{Name} must be at most {Write(Most)}.";
        return HoldsStep && Step is { } step && value % step != 0 ? WhyOffStep(value, step) : null;
    }

    private string WhyOffStep(decimal value, decimal step)
    {
        var below = decimal.Floor(value / step) * step;
        var near = new[] { below, below + step }.Where(one => !(one < Least) && !(one > Most)).Select(one => Write(one));
        return string.Create(CultureInfo.InvariantCulture,
            $"{Name} must be a multiple of {Write(step)}; near is {string.Join(" or ", near)}.");
    }
}
