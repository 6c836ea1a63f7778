using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation.Days;
using TradingDesk.Web.Components.Controls;

namespace TradingDesk.Web.Pages.Market;

/// <summary>An entry for the calendar as it is written: what is wrong with it stands below, and it is asked for twice.</summary>
public sealed partial class CalendarForm(ICalendarDesk calendar) : ComponentBase
{
    private const string ProblemId = "draft-problem";

    private static readonly (string Word, string Label)[] _parts =
    [
        ("index", "Indices"), ("fno-stocks", "Stocks with F&O"), ("stocks", "Other stocks"), ("futures", "Futures"), ("options", "Options"),
    ];

    private readonly List<string> _hours = [.. _parts.Select(part => part.Word)];
    private string _kind = "closed";
    private DateOnly _from;
    private DateOnly _to;
    private string _exchange = "NSE";
    private string _phases = "";
    private string _source = "";
    private string _remark = "";
    private string _certainty = "confirmed";
    private CalendarDraft? _asked;

    [Parameter, EditorRequired] public DateOnly Today { get; set; }

    [Parameter] public EventCallback<CalendarDraft> OnAdd { get; set; }

    private static Segment<string>[] Kinds => [new("closed", "Closed"), new("session", "Own hours"), new("regular", "Plain day")];

    private bool IsAsked => _asked is not null && _asked == Draft with { Hours = _asked.Hours };

    private CalendarDraft Draft => new(
        _kind, _from, _to, _exchange, [.. _hours], _kind == "session" ? _phases : "", _certainty, _source, _remark);

    protected override void OnInitialized() => (_from, _to) = (Today.AddDays(1), Today.AddDays(1));

    /// <summary>What ties a field to the sentence about it; nothing on a field that is in order.</summary>
    private static Dictionary<string, object> Mark(DraftProblem? problem, DraftField field) => problem?.Field != field ? []
        : problem.IsMissing ? new() { ["aria-describedby"] = ProblemId }
        : new() { ["aria-describedby"] = ProblemId, ["aria-invalid"] = "true" };

    private void Toggle(string word)
    {
        if (!_hours.Remove(word)) _hours.Add(word);
        _asked = null;
    }

    private async Task AddAsync()
    {
        if (calendar.Review(Draft) is not null) return;
        if (!IsAsked)
        {
            _asked = Draft;
            return;
        }

        await OnAdd.InvokeAsync(Draft);
    }
}
