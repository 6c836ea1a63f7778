using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Live;

namespace TradingDesk.Web.Pages.Orders;

/// <summary>The chosen account's newest trades as the journal has them, each with why it got its price.</summary>
public sealed partial class TradesPanel(ChosenAccount chosen)
{
    private const int Most = 200;

    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<TradeView>? _trades;
    private string _failure = "";
    private IReadOnlyList<OrderView>? _readFor;
    private AccountId _readOf;
    private bool _isReading;

    private DateOnly Today => Desk.Current.Market.MarketTime.IndiaDate;

    protected override AccountView? ReadSlice() => chosen.In(Desk.Current);

    protected override Task OnParametersSetAsync() => FollowAsync();

    protected override Task SliceChangedAsync() => FollowAsync();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _gone.Cancel();
            _gone.Dispose();
        }

        base.Dispose(disposing);
    }

    private static Tone ToneOf(Side side) => side == Side.Buy ? Tone.Up : Tone.Down;

    private InstrumentLabel LabelOf(InstrumentId id) => Desk.Current.Quotes.All[id.Index].Instrument;

    /// <summary>A trade comes with a new view of its order; the account's money moves far more often.</summary>
    private Task FollowAsync() => Slice is { } account && !ReferenceEquals(account.Orders, _readFor) ? ReadAsync() : Task.CompletedTask;

    private async Task ReadAsync()
    {
        if (_isReading || Slice is null) return;
        _isReading = true;
        try
        {
            do
            {
                var account = Slice;
                if (account.Id != _readOf) _trades = null;
                (_readFor, _readOf) = (account.Orders, account.Id);
                var trades = await Desk.ReadTradesAsync(account.Id, Most, _gone.Token);
                _trades = Slice.Id == account.Id ? trades : null;
            }
            while (!ReferenceEquals(Slice.Orders, _readFor)); // They moved while the journal was read.
            _failure = "";
        }
        catch (IOException unreadable)
        {
            _failure = unreadable.Message;
        }
        catch (OperationCanceledException)
        {
            return;
        }
        finally
        {
            _isReading = false;
        }

        StateHasChanged();
    }
}
