using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Days;
using TradingDesk.Web.SignIn;

namespace TradingDesk.Web.Pages.Market;

/// <summary>What administrators added to the calendar, and the form to add more; what is in force is the engine's word.</summary>
public sealed partial class ChangesPanel(ICalendarDesk calendar, Seat seat)
{
    private bool _isOpen;
    private CalendarAnswer? _answer;

    [Parameter, EditorRequired] public DateOnly Today { get; set; }

    /// <summary>The answer to the last entry: kept or not, then what the engine said of it.</summary>
    private string? Word => _answer is not { } answer ? null
        : answer.Command is not { } command ? answer.Sentence
        : Slice?.FirstOrDefault(outcome => outcome.Number == command) is { } outcome ? $"{answer.Sentence} {outcome.Sentence}"
        : $"{answer.Sentence} The desk is being told.";

    protected override IReadOnlyList<CommandOutcome>? ReadSlice() => Desk.Current.Outcomes;

    private void Add(CalendarDraft draft)
    {
        _answer = calendar.Add(draft, seat.Principal);
        if (_answer.IsKept) _isOpen = false;
    }
}
