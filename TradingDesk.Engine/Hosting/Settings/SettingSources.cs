namespace TradingDesk.Engine.Hosting.Settings;

/// <summary>The places settings come from: appsettings.json, then `.env`, then the environment, then arguments; the later wins.</summary>
public sealed record SettingSources
{
    /// <summary>The text of appsettings.json, or null without the file.</summary>
    public string? AppSettings { get; init; }

    /// <summary>The text of `.env`, or null without the file.</summary>
    public string? EnvironmentFile { get; init; }

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>`--NAME value` or `--NAME=value`.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The sources of this process: appsettings.json beside the program, `.env` in the current folder.</summary>
    public static SettingSources OfProcess(IReadOnlyList<string> arguments) => new()
    {
        AppSettings = ReadIfThere(Path.Combine(AppContext.BaseDirectory, "appsettings.json")),
        EnvironmentFile = ReadIfThere(".env"),
        Environment = System.Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .ToDictionary(name => name, name => System.Environment.GetEnvironmentVariable(name) ?? ""),
        Arguments = arguments,
    };

    private static string? ReadIfThere(string path) => File.Exists(path) ? File.ReadAllText(path) : null;
}
