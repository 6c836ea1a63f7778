using System.Text.Json;

namespace TradingDesk.Engine.Hosting.Settings;

/// <summary>The section "TradingDesk" of appsettings.json: flat names with text or numbers.</summary>
internal static class AppSettingsFile
{
    private const string Section = "TradingDesk";
    private const string Source = "appsettings.json";

    private static readonly JsonDocumentOptions _lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static Dictionary<string, SettingText> Parse(string text, List<SettingError> errors)
    {
        var found = new Dictionary<string, SettingText>(StringComparer.Ordinal);
        try
        {
            using var document = JsonDocument.Parse(text, _lenient);
            if (!document.RootElement.TryGetProperty(Section, out var section)) return found;
            foreach (var property in section.EnumerateObject()) Read(property, found, errors);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            errors.Add(new SettingError(Section, "...", $"JSON with one flat object of that name; {error.Message.TrimEnd('.')}", Source));
        }

        return found;
    }

    private static void Read(JsonProperty property, Dictionary<string, SettingText> found, List<SettingError> errors)
    {
        if (property.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            found[property.Name] = new SettingText(property.Value.ToString(), Source);
        else
            errors.Add(new SettingError(property.Name, property.Value.GetRawText(), "text or a number", Source));
    }
}
