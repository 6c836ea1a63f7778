using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TradingDesk.Cli.CommandLine;

/// <summary>Where a verb writes: results to one writer, sentences about failures and progress to the other.</summary>
/// <param name="IsWatched">Whether a person looks at the error stream, so that a progress bar makes sense.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, bool IsWatched)
{
    /// <summary>The relaxed encoder leaves + and ' as they are; the text goes to no browser.</summary>
    private static readonly JsonSerializerOptions _json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        Converters = { new InstantJson(), new JsonStringEnumConverter() },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public int Say(string text)
    {
        Out.WriteLine(text.TrimEnd());
        return ExitCodes.Good;
    }

    public int Say(object forMachines) => Say(JsonSerializer.Serialize(forMachines, _json));

    public int Fail(int exitCode, string sentence)
    {
        Error.WriteLine(sentence);
        return exitCode;
    }
}
