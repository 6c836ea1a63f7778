namespace TradingDesk.Engine.Hosting.Settings;

/// <summary>A setting the desk cannot take: which one, what stood there, what is allowed and where it came from.</summary>
public sealed record SettingError(string Name, string Value, string Allowed, string Source)
{
    public string Sentence => $"{Name}={Value} ({Source}) is not allowed: {Allowed}.";

    public override string ToString() => Sentence;
}
