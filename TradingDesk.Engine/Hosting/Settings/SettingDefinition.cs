namespace TradingDesk.Engine.Hosting.Settings;

/// <summary>One name of the settings' table: its default, what it means, what is allowed and how that is checked.</summary>
internal sealed record SettingDefinition(string Name, string Default, string Meaning, string Allowed, Func<string, bool> Accepts)
{
    /// <summary>What stands between the entries of a list, which are checked and named one by one; null for a single value.</summary>
    public char? Separator { get; init; }

    /// <summary>The entries of a text that are not allowed.</summary>
    public IEnumerable<string> Refused(string text) =>
        (Separator is { } separator ? text.Split(separator, StringSplitOptions.TrimEntries) : [text]).Where(entry => !Accepts(entry));
}
