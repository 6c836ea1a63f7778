using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Commands.Alerts;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Alerts;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Web.Pages.Alerts;

/// <summary>A new alert's rule, judged by the desk as it was typed once it was tried.</summary>
public sealed partial class AddAlertForm : ComponentBase
{
    private const int LongestRule = 160;

    private string _rule = "";
    private AlertReview? _review;

    [Parameter, EditorRequired] public AccountHand Hand { get; set; } = null!;

    [Inject] private IDeskView Desk { get; set; } = null!;

    private string? Problem => _review is { IsGood: false } review ? review.Problem : null;

    /// <summary>Half a rule is no mistake; one that was tried and found wrong is judged with every letter.</summary>
    private void Type(ChangeEventArgs typed)
    {
        _rule = typed.Value as string ?? "";
        if (_review is not null) _review = Desk.ReviewAlert(_rule);
    }

    private void Choose(string form) => (_rule, _review) = (form, null);

    private async Task AddAsync()
    {
        _review = Desk.ReviewAlert(_rule);
        if (!_review.IsGood) return;
        if (!await Hand.GiveAsync("", new AddAlert(_review.Text), _review.Text)) return;
        (_rule, _review) = ("", null);
    }
}
