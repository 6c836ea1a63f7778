using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Live;

namespace TradingDesk.Web.Pages.Orders;

/// <summary>An intent under the X-ray: its orders as they stand, and the story of their lives.</summary>
public sealed partial class OrderLifePage(TradingHand trading)
{
    private readonly AccountHand _hand = new(trading);
    private JournalReading<OrderLife> _reading = null!;
    private (int Intent, OrderView[] Orders) _read = (0, []);

    [Parameter] public int Intent { get; set; }

    private OrderView[] Orders => [.. (Slice?.Orders ?? []).Where(order => order.Id.Intent == Intent).OrderBy(order => order.Id.Slice)];

    private AccountView? Owner => Slice ?? (_reading.Value is { Steps.Count: > 0 } life
        ? Desk.Current.Accounts.FirstOrDefault(account => account.Id == life.Account) : null);

    /// <summary>The account that has it, whichever is chosen: a link must lead to the same order for everybody.</summary>
    protected override AccountView? ReadSlice() =>
        Desk.Current.Accounts.FirstOrDefault(account => account.Orders.Any(order => order.Id.Intent == Intent));

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _reading = new(cancel => Desk.ReadOrderLifeAsync(Intent, cancel));
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_read.Intent == Intent) return;
        _reading.Forget();
        _read = (Intent, Orders);
        await ReadAsync();
    }

    // A new step of the life comes with a new view of the order; the account's money moves far more often.
    protected override async Task SliceChangedAsync()
    {
        var orders = Orders;
        if (_read.Orders.Length == orders.Length && _read.Orders.Zip(orders).All(pair => ReferenceEquals(pair.First, pair.Second))) return;
        _read = (Intent, orders);
        StateHasChanged();
        await ReadAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _reading.Dispose();
        base.Dispose(disposing);
    }

    private InstrumentLabel LabelOf(InstrumentId id) => Desk.Current.Quotes.All[id.Index].Instrument;

    private Task<bool> ResolveAsync(ResolveOrder resolve) => _hand.GiveAsync(Slice!.Name, resolve, $"Resolve {resolve.Order}");

    private async Task ReadAsync()
    {
        if (await _reading.ReadAsync()) StateHasChanged();
    }
}
