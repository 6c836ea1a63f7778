using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TradingDesk.Benchmarks.Users.Circuits;

/// <summary>What a page's first bytes name for its circuit: the components the server is to keep, and its own state.</summary>
internal sealed partial record CircuitPage(string Components, string State)
{
    /// <summary>The page as a browser that is somebody's reads it.</summary>
    public static async Task<CircuitPage> ReadAsync(HttpClient browser, Uri address, CancellationToken enough)
    {
        var html = await browser.GetStringAsync(address, enough);
        var operations = new JsonArray();
        foreach (Match marker in Marker().Matches(html))
        {
            operations.Add(new JsonObject
            {
                ["type"] = "add",
                ["ssrComponentId"] = operations.Count + 1,
                ["marker"] = JsonNode.Parse(marker.Groups["component"].Value),
            });
        }

        if (operations.Count == 0)
            throw new InvalidDataException($"{address} names no component for a circuit: who reads it does not sit at the desk.");
        var update = new JsonObject { ["batchId"] = 1, ["operations"] = operations };
        return new CircuitPage(update.ToJsonString(), Kept().Match(html).Groups["state"].Value);
    }

    [GeneratedRegex("<!--Blazor:(?<component>\\{\"type\":\"server\".*?\\})-->", RegexOptions.Singleline)]
    private static partial Regex Marker();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>[^-]*)-->")]
    private static partial Regex Kept();
}
