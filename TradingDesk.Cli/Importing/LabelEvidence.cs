using System.Globalization;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Importing;

/// <summary>What a file's days say about its labels: a row labelled by the open can only be a start, one labelled by the close only an
/// end.</summary>
internal sealed class LabelEvidence
{
    private readonly HashSet<DateOnly> _days = [];
    private readonly HashSet<DateOnly> _atOpen = [];
    private readonly HashSet<DateOnly> _atClose = [];

    public void Note(in TradingSession session, Instant label)
    {
        _days.Add(session.Date);
        if (label == session.Open) _atOpen.Add(session.Date);
        if (label == session.Close) _atClose.Add(session.Date);
    }

    /// <summary>Why the label contradicts the file, as a sentence; empty when nothing speaks against it.</summary>
    public string Doubt(bool labelsEnd)
    {
        var (against, supporting) = Edges(labelsEnd);
        return !IsOften(against) || against.Count <= supporting.Count ? ""
            : $"{Told(labelsEnd, against.Count, supporting.Count)}: the labels look like --label {(labelsEnd ? "start" : "end")}.";
    }

    /// <summary>Why nobody but the file's owner knows the label, as a sentence: rows at both edges, one of which is no candle of the
    /// session.</summary>
    public string Ambiguity(bool labelsEnd)
    {
        var (against, supporting) = Edges(labelsEnd);
        return !IsOften(against) || against.Count > supporting.Count ? ""
            : $"{Told(labelsEnd, against.Count, supporting.Count)}: the one or the other is no candle of the session.";
    }

    private (HashSet<DateOnly> Against, HashSet<DateOnly> Supporting) Edges(bool labelsEnd) =>
        labelsEnd ? (_atOpen, _atClose) : (_atClose, _atOpen);

    private bool IsOften(HashSet<DateOnly> days) => days.Count * 2 > _days.Count;

    private string Told(bool labelsEnd, int against, int supporting) => string.Create(CultureInfo.InvariantCulture,
        $"{against:N0} of {_days.Count:N0} days have a row labelled by the very {(labelsEnd ? "open" : "close")} of the session, and ")
        + string.Create(CultureInfo.InvariantCulture, $"{supporting:N0} by its other edge");
}
