using System.Text;

namespace TradingDesk.Cli.CommandLine;

/// <summary>The help texts, made from what the verbs say of themselves.</summary>
internal static class Usage
{
    private const string Program = "dotnet run --project TradingDesk.Cli --";

    public static bool IsHelp(string word) => word is "--help" or "-h" or "-?";

    public static string Of(IEnumerable<IVerb> verbs)
    {
        var text = new StringBuilder();
        text.Append("TradingDesk on the command line\n\n").Append(Program).Append(" VERB [options]\n\n");
        foreach (var verb in verbs.Select(verb => verb.Description))
            text.Append("  ").Append(verb.Name.PadRight(12)).Append(verb.Summary).Append('\n');
        text.Append("\nVERB --help says more. Exit codes: 0 good, 1 something is wrong, 2 an argument or a file cannot be understood.\n");
        return text.ToString();
    }

    public static string Of(VerbDescription verb)
    {
        var text = new StringBuilder();
        text.Append(verb.Summary).Append("\n\n").Append(Program).Append(' ').Append(verb.Name);
        if (verb.Word.Length > 0) text.Append(' ').Append(verb.IsWordOptional ? $"[{verb.Word}]" : verb.Word);
        foreach (var option in verb.Options)
        {
            var form = $"{option.Name} {option.Value}".TrimEnd();
            text.Append(' ').Append(option.IsRequired ? form : $"[{form}]");
        }

        text.Append("\n\n");
        foreach (var option in verb.Options) AppendOption(text, option);
        if (verb.Remarks.Length > 0) text.Append('\n').Append(verb.Remarks).Append('\n');
        return text.ToString();
    }

    private static void AppendOption(StringBuilder text, VerbOption option)
    {
        text.Append("  ").Append($"{option.Name} {option.Value}".PadRight(28)).Append(option.Meaning);
        if (option.Default.Length > 0) text.Append(" (default ").Append(option.Default).Append(')');
        text.Append('\n');
    }
}
