using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Hosting.Settings;

/// <summary>Lays the sources of settings over each other and collects everything that is wrong with them.</summary>
internal sealed class SettingReader
{
    private readonly Dictionary<string, SettingText> _texts = new(StringComparer.Ordinal);
    private readonly List<SettingError> _errors = [];

    public SettingReader(SettingSources sources)
    {
        if (sources.AppSettings is { } json) Take(AppSettingsFile.Parse(json, _errors), name => true);
        if (sources.EnvironmentFile is { } file) Take(EnvironmentFile.Parse(file, ".env", _errors), IsMeant);
        Take(sources.Environment.ToDictionary(pair => pair.Key, pair => new SettingText(pair.Value, "environment")), IsOurs);
        Take(SettingArguments.Parse(sources.Arguments, _errors), name => true);
        foreach (var definition in SettingNames.All) Check(definition);
    }

    public IReadOnlyList<SettingError> Errors => _errors;

    /// <summary>The setting's text, or its default.</summary>
    public string this[string name] => _texts.TryGetValue(name, out var text) ? text.Value : SettingNames.Find(name)!.Default;

    /// <summary>Where the setting's text was found.</summary>
    public string SourceOf(string name) => _texts.TryGetValue(name, out var text) ? text.Source : "default";

    /// <summary>Takes a source in. An empty value is a setting left out; an unknown name is an error where it can only be the
    /// desk's.</summary>
    private void Take(Dictionary<string, SettingText> source, Func<string, bool> isForTheDesk)
    {
        foreach (var (name, text) in source)
        {
            if (SettingNames.Find(name) is null)
            {
                if (isForTheDesk(name)) _errors.Add(Unknown(name, text));
            }
            else if (text.Value.Trim().Length > 0)
            {
                _texts[name] = text with { Value = text.Value.Trim() };
            }
        }
    }

    private static bool IsOurs(string name) => name.StartsWith("TRADINGDESK_", StringComparison.Ordinal);

    /// <summary>A `.env` may serve other programs too: there a name counts as the desk's when it nearly is one.</summary>
    private static bool IsMeant(string name) => IsOurs(name) || Near(name).Count > 0;

    private static IReadOnlyList<string> Near(string name) => NearNames.Of(name, SettingNames.All.Select(definition => definition.Name));

    private static SettingError Unknown(string name, SettingText text)
    {
        var near = Near(name);
        var allowed = near.Count == 0 ? "the names of config.env.example" : $"no such name; near: {string.Join(", ", near)}";
        return new SettingError(name, text.Value, allowed, text.Source);
    }

    private void Check(SettingDefinition definition)
    {
        if (!_texts.TryGetValue(definition.Name, out var text)) return;
        foreach (var entry in definition.Refused(text.Value))
            _errors.Add(new SettingError(definition.Name, entry, definition.Allowed, text.Source));
    }
}
