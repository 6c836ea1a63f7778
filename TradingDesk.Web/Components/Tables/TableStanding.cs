namespace TradingDesk.Web.Components.Tables;

/// <summary>How a table stands to what it should show: of six designs the one it draws, and the sentence it says with it.</summary>
/// <param name="Condition">Which design.</param>
/// <param name="Sentence">What it is due to, in place of the table's own words.</param>
/// <param name="Age">How old what is shown is, such as `12 s`.</param>
public sealed record TableStanding(TableCondition Condition, string? Sentence = null, string? Age = null)
{
    public static TableStanding Ready { get; } = new(TableCondition.Ready);

    public static TableStanding Loading(string sentence) => new(TableCondition.Loading, sentence);

    public static TableStanding Failed(string sentence) => new(TableCondition.Failed, sentence);

    /// <summary>Nothing passes what the page itself was told to show.</summary>
    public static TableStanding Filtered(string sentence) => new(TableCondition.Filtered, sentence);

    public static TableStanding Stale(string sentence) => new(TableCondition.Stale, sentence);

    public static TableStanding Closed(string sentence) => new(TableCondition.Closed, sentence);
}
