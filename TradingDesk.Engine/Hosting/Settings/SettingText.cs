namespace TradingDesk.Engine.Hosting.Settings;

/// <summary>A setting's text as it was found, with the place a person would look for it.</summary>
internal sealed record SettingText(string Value, string Source);
