using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Quality;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Pages.Market;

/// <summary>What an instrument's stored minutes of the last days are worth: what is missing, strange, or entered later.</summary>
public sealed partial class QualityList(IDeskView desk) : ComponentBase, IDisposable
{
    private const int DaysBack = 6;

    private readonly CancellationTokenSource _gone = new();
    private (InstrumentId Instrument, DateOnly Last) _read;
    private IReadOnlyList<DayQualityView>? _days;
    private string _failure = "";

    [Parameter, EditorRequired] public InstrumentId Instrument { get; set; }

    /// <summary>The last of the days, all within a week.</summary>
    [Parameter, EditorRequired] public DateOnly Last { get; set; }

    private IReadOnlyList<DayQualityView> Told => [.. _days!.Where(day => day.Grade != DayGrade.Closed).Reverse()];

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_read == (Instrument, Last)) return;
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        var wanted = (Instrument, Last);
        (_read, _days, _failure) = (wanted, null, "");
        try
        {
            var days = await desk.ReadQualityAsync(Instrument, Last.AddDays(-DaysBack), Last, _gone.Token);
            if (_read == wanted) _days = days;
        }
        catch (IOException unreadable)
        {
            if (_read == wanted) _failure = unreadable.Message;
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private static Tone ToneOf(DayGrade grade) => grade switch
    {
        DayGrade.Good => Tone.Up,
        DayGrade.Fair => Tone.Warn,
        DayGrade.Poor => Tone.Bad,
        _ => Tone.Neutral,
    };
}
