using TradingDesk.Engine.Hosting.People;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Log;

namespace TradingDesk.Web.Pages.Audit;

/// <summary>
/// The people's audit and the journal's deeds as one list by time. The one goes by the wall clock, the other by the market's, which a
/// simulated market may let run ahead.
/// </summary>
internal sealed class AuditTrail(AuditDesk people, IDeskView desk)
{
    public const int PageLines = 100;

    /// <summary>Lines of the people's audit looked through for one page.</summary>
    private const int PeopleLinesMost = 5_000;

    private const int PeopleLinesARead = 500;

    /// <summary>One page from a place on. What cannot be read is an IOException that says why.</summary>
    public async Task<AuditStretch> ReadAsync(AuditWish wish, AuditPlace from, CancellationToken cancel) =>
        Merge(from, ReadPeople(wish, from.People), await ReadJournalAsync(wish, from.Journal, cancel));

    private (List<AuditLine> Lines, long Older) ReadPeople(AuditWish wish, long before)
    {
        var lines = new List<AuditLine>();
        if (before == 0 || wish.Kind is { } kind && !AuditLine.IsOfPeople(kind)) return (lines, 0);
        for (var looked = 0; looked < PeopleLinesMost && lines.Count < PageLines && before > 1; looked += PeopleLinesARead)
        {
            var read = people.Read(before, PeopleLinesARead);
            before = read.Count == 0 ? 0 : read[^1].Number;
            lines.AddRange(read.Select(AuditLine.Of).Where(wish.Holds));
        }

        if (lines.Count >= PageLines)
        {
            lines.RemoveRange(PageLines, lines.Count - PageLines);
            before = lines[^1].Number;
        }

        return (lines, before > 1 ? before : 0);
    }

    private async Task<(List<AuditLine> Lines, long Older)> ReadJournalAsync(AuditWish wish, long before, CancellationToken cancel)
    {
        var topics = wish.Kind is { } kind ? AuditLine.TopicsOf(kind) : [];
        if (before == 0 || wish.Kind is not null && topics.Count == 0) return ([], 0);
        var query = new LogQuery { OnlyDeeds = true, Topics = topics, By = wish.By, Before = before, Count = PageLines };
        var page = await desk.ReadLogAsync(query, cancel);
        return ([.. page.Lines.Select(AuditLine.Of)], page.Older);
    }

    /// <summary>As far as both are known: behind the last line of one that has more, lines of the other might be out of place.</summary>
    private static AuditStretch Merge(
        AuditPlace from, (List<AuditLine> Lines, long Older) people, (List<AuditLine> Lines, long Older) journal)
    {
        var merged = new List<AuditLine>();
        var (mine, theirs) = (0, 0);
        while (merged.Count < PageLines)
        {
            var (isOver, isJournalOver) = (mine == people.Lines.Count, theirs == journal.Lines.Count);
            if (isOver && isJournalOver || isOver && people.Older > 0 || isJournalOver && journal.Older > 0) break;
            var isPeoples = isJournalOver || !isOver && people.Lines[mine].At >= journal.Lines[theirs].At;
            merged.Add(isPeoples ? people.Lines[mine++] : journal.Lines[theirs++]);
        }

        return new AuditStretch(merged, new AuditPlace(PlaceAfter(people, mine, from.People), PlaceAfter(journal, theirs, from.Journal)));
    }

    private static long PlaceAfter((List<AuditLine> Lines, long Older) read, int taken, long before) =>
        taken == read.Lines.Count ? read.Older : taken == 0 ? before : read.Lines[taken - 1].Number;
}
