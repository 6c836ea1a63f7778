using System.Globalization;
using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation.Accounts;

namespace TradingDesk.Web.Pages.Orders;

/// <summary>
/// What a person found at the venue about an order that is unknown or in conflict; asked twice, and never a way to send again.
/// </summary>
public sealed partial class ResolveForm(TimeProvider time) : ComponentBase
{
    // A second press within this is half of a double click, not a second thought.
    private static readonly TimeSpan _unread = TimeSpan.FromMilliseconds(300);

    private ResolvedAs _as = ResolvedAs.Absent;
    private string _number = "";
    private string _reason = "";
    private bool _isJudged;
    private long _askedAt;
    private (ResolvedAs, string, string)? _asked;

    [Parameter, EditorRequired] public OrderView Order { get; set; } = null!;

    [Parameter] public bool IsBusy { get; set; }

    [Parameter] public EventCallback<ResolveOrder> OnResolve { get; set; }

    protected override void OnInitialized() => _number = Order.VenueOrder;

    private string Id(string field) => string.Create(CultureInfo.InvariantCulture, $"resolve-{Order.Id.Intent}-{Order.Id.Slice}-{field}");

    private bool IsAsked => _asked == (_as, _number, _reason);

    private string? NumberProblem => _isJudged && VenueNumber is null ? "Venue's number: digits only." : null;

    private string? ReasonProblem => _isJudged && _reason.Trim().Length == 0 ? "Say how you know." : null;

    private long? VenueNumber => _as == ResolvedAs.Absent || _number.Trim().Length == 0 ? 0
        : long.TryParse(_number.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private async Task ResolveAsync()
    {
        _isJudged = true;
        if (VenueNumber is not { } number || _reason.Trim().Length == 0) return;
        if (!IsAsked)
        {
            (_asked, _askedAt) = ((_as, _number, _reason), time.GetTimestamp());
            return;
        }

        if (time.GetElapsedTime(_askedAt) < _unread) return;
        await OnResolve.InvokeAsync(new ResolveOrder(Order.Id, _as, number, _reason.Trim()));
    }
}
