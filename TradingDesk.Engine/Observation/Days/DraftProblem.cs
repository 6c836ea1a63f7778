namespace TradingDesk.Engine.Observation.Days;

/// <summary>Why a draft cannot become an entry of the calendar, in the words of the form it is written in.</summary>
/// <param name="Field">The field that must be changed.</param>
/// <param name="Sentence">What is wrong with it and what is allowed.</param>
public sealed record DraftProblem(DraftField Field, string Sentence)
{
    /// <summary>Whether nothing is wrong yet: the field is only empty.</summary>
    public bool IsMissing { get; init; }
}
