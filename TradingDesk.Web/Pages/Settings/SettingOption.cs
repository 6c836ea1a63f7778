namespace TradingDesk.Web.Pages.Settings;

/// <summary>One value of a setting, in words.</summary>
public sealed record SettingOption(string Value, string Words);
