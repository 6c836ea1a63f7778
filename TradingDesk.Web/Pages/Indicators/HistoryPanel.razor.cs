using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Web.Live;

namespace TradingDesk.Web.Pages.Indicators;

/// <summary>The versions of the lists, newest first, read anew when another is in force, and the way back to any of them.</summary>
public sealed partial class HistoryPanel(SnapshotTicker ticker)
{
    private const int Page = 25;

    private readonly CancellationTokenSource _gone = new();
    private IDisposable? _beat;
    private string? _failure;
    private int _shown = Page;
    private bool _isRead;
    private bool _isReading;

    /// <summary>The versions as they were last read.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<IndicatorVersion> Versions { get; set; } = [];

    [Parameter] public EventCallback<IReadOnlyList<IndicatorVersion>> VersionsChanged { get; set; }

    [Parameter] public EventCallback<IndicatorVersion> OnRollBack { get; set; }

    protected override IndicatorsInForce? ReadSlice() => Desk.Current.Indicators;

    protected override async Task OnInitializedAsync()
    {
        // A version is in force a moment before it is stored, so the reading is repeated at each beat until it is there.
        _beat = ticker.SubscribeBeat(() => _ = InvokeAsync(ReadWhatIsNewAsync));
        await ReadAsync();
    }

    protected override async Task SliceChangedAsync()
    {
        await base.SliceChangedAsync();
        await ReadWhatIsNewAsync();
    }

    protected override void Dispose(bool disposing)
    {
        _beat?.Dispose();
        _gone.Cancel();
        _gone.Dispose();
        base.Dispose(disposing);
    }

    private Task ReadWhatIsNewAsync()
    {
        var newest = Versions.Count == 0 ? 0 : Versions[0].Version;
        return _failure is null && newest < Desk.Current.Indicators.Version ? ReadAsync() : Task.CompletedTask;
    }

    private async Task ReadAsync()
    {
        if (_isReading || _gone.IsCancellationRequested) return;
        _isReading = true;
        try
        {
            var versions = await Desk.ReadIndicatorVersionsAsync(_gone.Token);
            var isNew = !_isRead || _failure is not null || !versions.SequenceEqual(Versions);
            (_failure, _isRead) = (null, true);
            if (isNew) await VersionsChanged.InvokeAsync(versions);
        }
        catch (OperationCanceledException)
        {
            // The page has gone.
        }
        catch (IOException failure)
        {
            _failure = failure.Message;
            StateHasChanged();
        }
        finally
        {
            _isReading = false;
        }
    }
}
