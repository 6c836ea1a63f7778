using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation.Risks;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Web.Pages.Risk;

/// <summary>The state and the limits of one account or run, and what a person can change of them.</summary>
public sealed partial class RiskScopePanel(TradingHand trading) : ComponentBase
{
    private readonly AccountHand _hand = new(trading);
    private RiskForm _form;

    [Parameter, EditorRequired] public RiskView View { get; set; } = null!;

    [Parameter, EditorRequired] public string Name { get; set; } = "";

    [Parameter, EditorRequired] public string AccountName { get; set; } = "";

    [Parameter] public DateOnly Today { get; set; }

    private IEnumerable<LimitField> Plain => LimitField.All.Where(limit => View.Measures.All(measure => measure.Name != limit.Name));

    private void Toggle(RiskForm form) => _form = _form == form ? RiskForm.None : form;

    private bool IsDenied(LimitField field) => field.DeniesWhenAbsent && !LimitField.Read(View.Limits).ContainsKey(field.Name);

    private string ValueOf(LimitField field)
    {
        if (!LimitField.Read(View.Limits).TryGetValue(field.Name, out var word)) return field.AbsentWords;
        var shown = LimitEntry.Of(field, word).Text;
        return field.Kind switch
        {
            LimitKind.Money => $"₹{shown}",
            LimitKind.Percent => $"{shown} %",
            _ when field.Name == "price-age" => $"{shown} s",
            _ => shown,
        };
    }

    private static string By(string who) => who.Length == 0 ? "" : $" by {who}";

    private static string Because(string why) => why.Length == 0 ? "." : $": “{why}”.";
}
