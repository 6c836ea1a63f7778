using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Web.Live;

namespace TradingDesk.Web.Pages.Orders;

/// <summary>Calls every two seconds for another look at what no snapshot tells, but only after something moved; it shows nothing.</summary>
public sealed class Lookout(TimeProvider time) : LiveComponent<DeskSnapshot>
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);

    private long _lookedAt = time.GetTimestamp();
    private long _seen;

    /// <summary>What must have moved since the last look; without it every pause is over with a look.</summary>
    [Parameter] public Func<DeskSnapshot, long>? Watch { get; set; }

    [Parameter] public EventCallback OnLook { get; set; }

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _seen = Watch?.Invoke(Desk.Current) ?? 0;
    }

    protected override DeskSnapshot? ReadSlice() => IsDue(Desk.Current) ? Desk.Current : Slice;

    protected override Task SliceChangedAsync()
    {
        (_lookedAt, _seen) = (time.GetTimestamp(), Watch?.Invoke(Slice!) ?? 0);
        return OnLook.InvokeAsync();
    }

    private bool IsDue(DeskSnapshot now) =>
        time.GetElapsedTime(Volatile.Read(ref _lookedAt)) >= _pause && (Watch is null || Watch(now) != Volatile.Read(ref _seen));
}
