using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Engine.Observation.Runs;

namespace TradingDesk.Web.Pages.Strategies;

/// <summary>How often the indicators a run decides by flipped in the newest candles; counted when the page opens and when asked.</summary>
public sealed partial class RunFlips(IDeskView desk) : ComponentBase, IDisposable
{
    private const int Candles = 50;

    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<FlipCount>? _counts;
    private string _failure = "";
    private bool _isCounting;

    [Parameter, EditorRequired] public RunView Run { get; set; } = null!;

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override Task OnInitializedAsync() => CountAsync();

    private async Task CountAsync()
    {
        if (_isCounting) return;
        _isCounting = true;
        try
        {
            _counts = await desk.CountFlipsAsync(Run.Instrument, Run.Timeframe, Candles, Run.Indicators, _gone.Token);
            _failure = "";
        }
        catch (Exception failure) when (failure is IOException or ArgumentException)
        {
            _failure = failure.Message;
        }
        catch (OperationCanceledException)
        {
            // The page has gone.
        }
        finally
        {
            _isCounting = false;
        }
    }
}
