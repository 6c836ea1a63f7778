namespace TradingDesk.Engine.Hosting.Settings;

/// <summary>Settings on the command line: `--NAME value` or `--NAME=value`, in any case, with - or _ between words.</summary>
internal static class SettingArguments
{
    private const string Allowed = "--NAME value or --NAME=value with a name of config.env.example";
    private const string Source = "command line";

    private static readonly string[] _ofTheHost = ["ENVIRONMENT", "CONTENTROOT", "APPLICATIONNAME"];

    public static Dictionary<string, SettingText> Parse(IReadOnlyList<string> arguments, List<SettingError> errors)
    {
        var found = new Dictionary<string, SettingText>(StringComparer.Ordinal);
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            var equals = argument.IndexOf('=', StringComparison.Ordinal);
            var name = Name(equals < 0 ? argument : argument[..equals]);
            if (name is null)
            {
                errors.Add(new SettingError("argument", argument, Allowed, Source));
                continue;
            }

            if (equals < 0 && ++i == arguments.Count)
            {
                errors.Add(new SettingError(argument, "", "it needs a value", Source));
                continue;
            }

            if (!IsOfTheHost(name))
                found[name] = new SettingText(equals < 0 ? arguments[i] : argument[(equals + 1)..], Source);
        }

        return found;
    }

    /// <summary>What the web host itself understands, such as Logging:LogLevel:Default, is not the desk's to judge.</summary>
    private static bool IsOfTheHost(string name) => name.Contains(':', StringComparison.Ordinal) || _ofTheHost.Contains(name);

    private static string? Name(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) && argument.Length > 2
            ? argument[2..].Replace('-', '_').ToUpperInvariant()
            : null;
}
