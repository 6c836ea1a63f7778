using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Web.Components.Chart;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Indicators;

namespace TradingDesk.Web.Pages.Charts.Money;

/// <summary>Marks the chosen account's trades on a chart, as the journal has them; it shows nothing of its own.</summary>
public sealed class TradeLayer(ChosenAccount chosen) : LiveComponent<AccountView>
{
    private const int Most = 200;

    private readonly CancellationTokenSource _gone = new();
    private (IReadOnlyList<OrderView>? Orders, InstrumentLabel? Instrument) _read;
    private bool _isReading;

    [Parameter] public CandleChart? Chart { get; set; }

    [Parameter, EditorRequired] public InstrumentLabel Instrument { get; set; } = null!;

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

    /// <summary>A trade comes with a new view of its order; the account's money moves far more often.</summary>
    private async Task FollowAsync()
    {
        if (_isReading || Chart is not { IsReady: true, IsShown: true } chart) return;
        _isReading = true;
        try
        {
            while (Slice is { } account && (!ReferenceEquals(account.Orders, _read.Orders) || Instrument != _read.Instrument))
            {
                var instrument = Instrument;
                _read = (account.Orders, instrument);
                var trades = await Desk.ReadTradesAsync(account.Id, Most, _gone.Token);
                var marks = ChartTrades.Of(trades, account, instrument, Desk.Current);
                if (await chart.TellTradesAsync(ScopeWords.Of(instrument), marks)) continue;
                _read = default;
                return;
            }
        }
        catch (IOException)
        {
            // The trades' list says why the journal cannot be read; the marks come with the next order.
        }
        catch (OperationCanceledException)
        {
            // The page is gone.
        }
        finally
        {
            _isReading = false;
        }
    }
}
