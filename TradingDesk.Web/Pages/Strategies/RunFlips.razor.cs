using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Components.Tables;

namespace TradingDesk.Web.Pages.Strategies;

/// <summary>How often the indicators a run decides by flipped in the newest candles; counted when the page opens and when asked.</summary>
public sealed partial class RunFlips(IDeskView desk) : ComponentBase, IDisposable
{
    private const int Candles = 50;

    private static readonly TableColumn<FlipCount>[] _columns =
    [
        new("indicator", "Indicator") { Text = count => count.Column, IsRowHeader = true, Css = _ => "spec" },
        Figure("candles", "Candles", count => count.Candles),
        Figure("flipped", "Flipped", count => count.Flipped),
        Figure("flips", "Flips", count => count.Flips),
    ];

    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<FlipCount>? _counts;
    private string _failure = "";
    private bool _isCounting;

    [Parameter, EditorRequired] public RunView Run { get; set; } = null!;

    private TableStanding Standing => _failure.Length > 0 ? TableStanding.Failed($"The flips could not be counted: {_failure}")
        : _counts is null ? TableStanding.Loading("Counting the flips of the newest candles, second by second ...")
        : TableStanding.Ready;

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
            var counts = await desk.CountFlipsAsync(Run.Instrument, Run.Timeframe, Candles, Run.Indicators, _gone.Token);
            (_counts, _failure) = (counts.All(count => count.Candles == 0) ? [] : counts, "");
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

    private static TableColumn<FlipCount> Figure(string id, string header, Func<FlipCount, long> figure) =>
        new(id, header) { Text = count => IndianNumbers.Whole(figure(count)), SortKey = count => figure(count), IsNumber = true };
}
