namespace TradingDesk.Tests.Tidy;

/// <summary>What a rule found, one sentence each; a test with findings fails and shows all of them.</summary>
internal static class Findings
{
    public static void AreNone(IEnumerable<string> findings)
    {
        var all = findings.Order(StringComparer.Ordinal).ToList();
        Assert.True(all.Count == 0, $"{all.Count} found:\n{string.Join('\n', all)}");
    }
}
