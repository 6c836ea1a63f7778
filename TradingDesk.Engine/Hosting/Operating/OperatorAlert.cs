using System.Globalization;
using TradingDesk.Engine.Observation.Alerts;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Hosting.Operating;

/// <summary>An alert as a program reads it.</summary>
internal sealed record OperatorAlert(int Number, string Rule, string State, string By)
{
    /// <summary>The state of an alert that cannot see what it is about.</summary>
    public const string BlindState = "blind";

    public string AddedAt { get; init; } = "";

    /// <summary>What it saw last; empty before anything could be judged.</summary>
    public string Value { get; init; } = "";

    /// <summary>Why it cannot see; empty when it can.</summary>
    public string Blind { get; init; } = "";

    public string FiredAt { get; init; } = "";

    public string FiredValue { get; init; } = "";

    public static OperatorAlert Of(AlertView view) =>
        new(view.Number, view.Rule, view.IsBlind ? BlindState : view.State.ToString().ToLower(CultureInfo.InvariantCulture), view.By)
        {
            AddedAt = view.AddedAt.ToString(),
            Value = view.Value,
            Blind = view.Blind,
            FiredAt = view.FiredAt is { } fired ? fired.ToString() : "",
            FiredValue = view.FiredValue,
        };
}
