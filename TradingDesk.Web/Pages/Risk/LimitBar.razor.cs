using System.Globalization;
using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation.Risks;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Pages.Risk;

/// <summary>How much of one limit is used in the worst case, by length, number and word.</summary>
public sealed partial class LimitBar : ComponentBase
{
    /// <summary>Per cent from which a limit is called near.</summary>
    private const int Near = 80;

    [Parameter, EditorRequired] public RiskMeasure Measure { get; set; } = null!;

    private LimitField? Field => LimitField.All.FirstOrDefault(limit => limit.Name == Measure.Name);

    private string Level => Measure.Percent switch
    {
        null => "absent",
        >= 100 => "reached",
        >= Near => "near",
        _ => "fine",
    };

    private string Word => Level switch
    {
        "absent" => "denied",
        "reached" => "reached",
        "near" => "near",
        _ => "",
    };

    private string Used => Text(Measure.Used);

    private string Most => Measure.Most is { } most ? Text(most) : "not set";

    private string PercentText => Measure.Percent is { } percent ? string.Create(CultureInfo.InvariantCulture, $"{percent} %") : "";

    private string Width => string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(Measure.Percent ?? 0, 0, 100)}%");

    private string Text(decimal value) => Measure.IsMoney ? IndianNumbers.Rupees(value) : IndianNumbers.Plain(value, 0);
}
