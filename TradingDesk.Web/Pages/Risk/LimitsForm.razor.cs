using System.Globalization;
using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation.Risks;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Web.Pages.Risk;

/// <summary>All limits of an account or a run to change; what was not touched is not sent.</summary>
public sealed partial class LimitsForm : ComponentBase
{
    private List<LimitEntry> _entries = [];
    private string _before = "";
    private string _reason = "";
    private bool _isPressed;

    [Parameter, EditorRequired] public RiskView View { get; set; } = null!;

    [Parameter, EditorRequired] public string Account { get; set; } = "";

    [Parameter, EditorRequired] public string Name { get; set; } = "";

    [Parameter, EditorRequired] public AccountHand Hand { get; set; } = null!;

    [Parameter] public EventCallback OnClose { get; set; }

    private List<LimitEntry> Changed => [.. _entries.Where(entry => entry.IsChanged)];

    /// <summary>Whether somebody else has set limits since the form was opened.</summary>
    private bool IsOutdated => View.Limits != _before;

    private string Count => Changed.Count switch
    {
        0 => "limits",
        1 => "1 limit",
        var count => $"{IndianNumbers.Whole(count)} limits",
    };

    private string? ReasonProblem => _isPressed && _reason.Trim().Length == 0 ? "Say why; it stays in the journal." : null;

    private string Problem => !_isPressed ? ""
        : _entries.FirstOrDefault(entry => entry.Problem is not null) is { } wrong ? $"{wrong.Field.Label} cannot be set as it is."
        : Changed.Count == 0 ? "Nothing is changed." : "";

    protected override void OnInitialized() => Begin();

    private void Begin()
    {
        var words = LimitField.Read(View.Limits);
        _before = View.Limits;
        _entries = [.. LimitField.All.Select(limit => LimitEntry.Of(limit, words.GetValueOrDefault(limit.Name, "")))];
        (_reason, _isPressed) = ("", false);
    }

    private void Type(LimitField field, string text)
    {
        var place = _entries.FindIndex(entry => entry.Field == field);
        _entries[place] = _entries[place] with { Text = text };
    }

    private string Id(string field) => string.Create(
        CultureInfo.InvariantCulture, $"limits-{View.Account.Index}-{View.Run.Number}-{field}");

    private async Task SetAsync()
    {
        _isPressed = true;
        if (Problem.Length > 0 || ReasonProblem is not null) return;
        var words = string.Join(' ', Changed.Select(entry => entry.Change));
        if (!await Hand.GiveAsync(Account, new SetLimits(View.Run, words, _reason.Trim()), $"Limits of {Name}")) return;
        await OnClose.InvokeAsync();
    }
}
