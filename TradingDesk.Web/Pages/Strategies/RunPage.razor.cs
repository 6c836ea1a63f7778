using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Web.Pages.Strategies;

/// <summary>One run: what it is, what it wished and why, what it holds and ordered, and how it differs from its pair.</summary>
public sealed partial class RunPage(TradingHand trading, SnapshotTicker ticker)
{
    private const int SignalsMost = 200;

    private readonly AccountHand _hand = new(trading);
    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<SignalView>? _signals;
    private IDisposable? _beat;
    private string _failure = "";
    private int _read;
    private bool _isReading;
    private bool _isChanging;

    [Parameter] public int Number { get; set; }

    private AccountView Account => Desk.Current.Find(Slice!.Account)!;

    private InstrumentLabel Instrument => Desk.Current.Quotes.All[Slice!.Instrument.Index].Instrument;

    /// <summary>The shadows whose difference to their leader concerns this run: its own, or those bound to it.</summary>
    private IEnumerable<RunView> Pairs => Desk.Current.Runs.Where(run =>
        run.Mode == "shadow" && (run.Id == Slice!.Id || run.Leader == Slice.Id) && Desk.Current.Runs.Any(other => other.Id == run.Leader));

    protected override RunView? ReadSlice() => Desk.Current.IsReady
        ? Desk.Current.Runs.FirstOrDefault(run => run.Id.Number == Number) : null;

    protected override void OnInitialized()
    {
        base.OnInitialized();
        // A signal is on the board a moment before the journal has it, so reading is repeated at each beat until it is there.
        _beat = ticker.SubscribeBeat(() => _ = InvokeAsync(ReadWhatIsNewAsync));
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_read == Number) return;
        (_read, _signals, _failure, _isChanging) = (Number, null, "", false);
        if (Slice is not null) await ReadAsync();
    }

    protected override void Dispose(bool disposing)
    {
        _beat?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
        base.Dispose(disposing);
    }

    private RunView LeaderOf(RunView shadow) => Desk.Current.Runs.First(run => run.Id == shadow.Leader);

    private Task ReadWhatIsNewAsync()
    {
        var newest = Slice?.Last?.Number ?? 0;
        var isNew = _signals is null || (newest > 0 && (_signals.Count == 0 || _signals[0].Number != newest));
        return Slice is not null && isNew && _failure.Length == 0 ? ReadAsync() : Task.CompletedTask;
    }

    private async Task ReadAsync()
    {
        if (_isReading || _gone.IsCancellationRequested) return;
        _isReading = true;
        var run = Number;
        try
        {
            var signals = await Desk.ReadSignalsAsync(new RunId((short)run), SignalsMost, _gone.Token);
            if (run == Number) (_signals, _failure) = (signals, "");
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
