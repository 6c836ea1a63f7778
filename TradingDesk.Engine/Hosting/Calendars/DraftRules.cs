using System.Globalization;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Observation.Days;

namespace TradingDesk.Engine.Hosting.Calendars;

/// <summary>What each field of a draft may hold, told in a person's words before the calendar's file judges the line.</summary>
internal static class DraftRules
{
    /// <summary>The first problem in the order of the form; null when every field holds what it may.</summary>
    public static DraftProblem? Find(CalendarDraft draft, DateOnly today) =>
        OfKind(draft) ?? OfDays(draft, today) ?? OfHours(draft) ?? OfPhases(draft)
        ?? (string.IsNullOrWhiteSpace(draft.Source)
            ? Missing(DraftField.Source, "“Source” is empty: say where the entry is from, such as a circular's number.")
            : OfText(DraftField.Source, "Source", draft.Source))
        ?? OfText(DraftField.Remark, "Why", draft.Remark);

    private static DraftProblem? OfKind(CalendarDraft draft) => draft.Kind is "closed" or "regular" or "session"
        ? null
        : new DraftProblem(DraftField.Kind, $"“What” cannot be '{draft.Kind}': it is closed, regular or session.");

    private static DraftProblem? OfDays(CalendarDraft draft, DateOnly today)
    {
        if (draft.From < today)
            return new DraftProblem(DraftField.From, $"“From”: {Day(draft.From)} is over. Choose today or a later day.");
        if (draft.To < draft.From)
            return new DraftProblem(DraftField.To, $"“To” is before “From”. Choose {Day(draft.From)} or a later day.");
        return draft.To.DayNumber - draft.From.DayNumber > CalendarFile.DaysMost
            ? new DraftProblem(DraftField.To,
                $"“To” is too far from “From”. Choose {Day(draft.From.AddDays(CalendarFile.DaysMost))} or an earlier day.")
            : null;
    }

    private static DraftProblem? OfHours(CalendarDraft draft) => draft.Hours.Count == 0
        ? Missing(DraftField.Hours, "“Whose” is empty: tick at least one.")
        : null;

    private static DraftProblem? OfPhases(CalendarDraft draft)
    {
        const string Example = "such as pre-open 17:45-18:00; open 18:00-19:00";
        var isEmpty = string.IsNullOrWhiteSpace(draft.Phases);
        if (draft.Kind != "session")
            return isEmpty ? null : new DraftProblem(DraftField.Phases, "“Phases” must be empty on a day without hours of its own.");
        if (isEmpty) return Missing(DraftField.Phases, $"“Phases” is empty: write when the market trades, {Example}.");
        if (IsSplit(draft.Phases))
            return new DraftProblem(DraftField.Phases, $"“Phases” has a comma. Write semicolons between the phases, {Example}.");
        return DayPhases.Read(draft.Phases) is null
            ? new DraftProblem(DraftField.Phases,
                $"“Phases” cannot be read. Write them in the order of the day, one or two of them open, {Example}.")
            : null;
    }

    private static DraftProblem? OfText(DraftField field, string label, string text) => IsSplit(text)
        ? new DraftProblem(field, $"“{label}” has a comma or a line break, which the calendar's file cannot hold. Leave it out.")
        : null;

    private static DraftProblem Missing(DraftField field, string sentence) => new(field, sentence) { IsMissing = true };

    private static bool IsSplit(string text) => text.AsSpan().IndexOfAny(',', '\n', '\r') >= 0;

    private static string Day(DateOnly date) => date.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
