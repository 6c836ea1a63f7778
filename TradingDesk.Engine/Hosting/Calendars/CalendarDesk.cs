using System.Globalization;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Observation.Days;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Hosting.Calendars;

/// <summary>Where an administrator adds to the calendar: judged, kept with name and moment, put in force on the running desk.</summary>
internal sealed class CalendarDesk : ICalendarDesk
{
    private readonly CalendarBook _book;
    private readonly DeskPlan _plan;
    private readonly LevelBoard _board;
    private readonly CommandGate _commands;
    private readonly TimeProvider _time;

    public CalendarDesk(CalendarBook book, DeskPlan plan, LevelBoard board, CommandGate commands, TimeProvider time) =>
        (_book, _plan, _board, _commands, _time) = (book, plan, board, commands, time);

    public DraftProblem? Review(CalendarDraft draft) => Read(draft, "somebody", out _);

    public CalendarAnswer Add(CalendarDraft draft, Principal principal)
    {
        if (Read(draft, principal.Name, out var entry) is { } problem) return new CalendarAnswer(false, null, problem.Sentence);
        var access = _commands.Judge(principal, "", new ChangeCalendar(entry!.ToLine()));
        if (!access.IsGranted) return new CalendarAnswer(false, null, access.Sentence);
        if (_book.Add(entry!) is { Length: > 0 } unkept) return new CalendarAnswer(false, null, unkept);
        if (!_board.Calendar.IsDated)
            return new CalendarAnswer(true, null, "Kept. This desk's market is around the clock and does not use it.");
        var receipt = _commands.Post(principal, new ChangeCalendar(entry!.ToLine()));
        return receipt.Accepted
            ? new CalendarAnswer(true, receipt.Number, "Kept.")
            : new CalendarAnswer(true, null, $"Kept, and in force at the next start. {receipt.Sentence}");
    }

    private DraftProblem? Read(CalendarDraft draft, string principal, out CalendarEntry? entry)
    {
        entry = null;
        var now = Instant.From(_time.GetUtcNow());
        if (DraftRules.Find(draft, now.IndiaDate) is { } problem) return problem;
        string[] cells =
        [
            draft.Kind, Day(draft.From), Day(draft.To), draft.Exchange, string.Join(' ', draft.Hours), draft.Phases, draft.Certainty,
            draft.Source, $"{now.ToIndia():yyyy-MM-ddTHH:mm:sszzz}", draft.Remark, principal,
        ];
        var refusal = Array.Find(cells, IsSplit) is { } split
            ? $"'{split}' has a comma or a line break, which the calendar's file cannot hold."
            : CalendarFile.ReadLine(string.Join(',', cells), out entry);
        if (refusal.Length == 0 && _board.Calendar.IsDated)
            refusal = CalendarChanges.Refuse(_board.Calendar, _board.Calendar.With(entry!), Hours(), _board.ReadCounters().Clock) ?? "";
        return refusal.Length == 0 ? null : new DraftProblem(DraftField.None, refusal);
    }

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool IsSplit(string cell) => cell.AsSpan().IndexOfAny(',', '\n', '\r') >= 0;

    private IEnumerable<TradingHours> Hours() => _plan.Instruments.All.Select(instrument => instrument.Hours);
}
