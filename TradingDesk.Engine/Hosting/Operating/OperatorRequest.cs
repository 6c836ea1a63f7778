using System.Text.Json;

namespace TradingDesk.Engine.Hosting.Operating;

/// <summary>
/// One line of JSON to a running desk: a command about money with its account and key, or a question. The answer carries the same id.
/// </summary>
internal sealed record OperatorRequest(long Id)
{
    /// <summary>The question for all accounts.</summary>
    public const string Accounts = "accounts";

    /// <summary>The question for all runs.</summary>
    public const string Runs = "runs";

    /// <summary>The question for all limits and states.</summary>
    public const string Risks = "risks";

    /// <summary>The question for all alerts.</summary>
    public const string Alerts = "alerts";

    /// <summary>The question for the kill switches that are latched.</summary>
    public const string Kills = "kills";

    /// <summary>The question for who may sit at the desk.</summary>
    public const string People = "people";

    public string Ask { get; init; } = "";

    /// <summary>What is done to a person: see <see cref="OperatorPeople"/>.</summary>
    public string Do { get; init; } = "";

    /// <summary>Whom it is done to.</summary>
    public string Person { get; init; } = "";

    public string Account { get; init; } = "";

    public string Key { get; init; } = "";

    /// <summary>The command as journal and tape write it.</summary>
    public string Command { get; init; } = "";

    /// <summary>Null with a sentence when the line is none.</summary>
    public static OperatorRequest? TryRead(ReadOnlySpan<byte> line, out string refusal)
    {
        refusal = "";
        try
        {
            if (JsonSerializer.Deserialize<OperatorRequest>(line, OperatorJson.Options) is { } request) return request;
            refusal = "A request is an object, not null.";
        }
        catch (JsonException error)
        {
            refusal = $"The line is no request: {error.Message}";
        }

        return null;
    }
}
