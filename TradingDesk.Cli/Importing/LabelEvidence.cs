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

    /// <summary>Why the other label is likely, as a sentence; empty when nothing speaks for it.</summary>
    public string Doubt(bool labelsEnd)
    {
        var (against, point, other) = labelsEnd ? (_atOpen, "open", "start") : (_atClose, "close", "end");
        var supporting = labelsEnd ? _atClose : _atOpen;
        if (against.Count * 2 <= _days.Count || against.Count <= supporting.Count) return "";
        var days = string.Create(CultureInfo.InvariantCulture, $"{against.Count:N0} of {_days.Count:N0} days");
        var others = string.Create(CultureInfo.InvariantCulture, $"{supporting.Count:N0}");
        return $"{days} have a row labelled by the very {point} of the session, and {others} by its other edge: "
            + $"the labels look like --label {other}.";
    }
}
