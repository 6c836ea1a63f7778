using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Strategies;

/// <summary>Committed files of what strategies do: a difference is what a reviewer looks at.</summary>
internal static class Goldens
{
    /// <summary>Set to 1, the files are written instead of compared.</summary>
    private const string Write = "TRADINGDESK_WRITE_GOLDENS";

    public static void AssertSame(string folder, string name, IReadOnlyList<string> lines)
    {
        var file = Repository.PathOf("TradingDesk.Tests", "Engine", "Strategies", folder, name + ".txt");
        if (Environment.GetEnvironmentVariable(Write) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, string.Join('\n', lines) + "\n");
        }

        var expected = File.ReadAllText(file).TrimEnd('\n').Split('\n');
        for (var i = 0; i < Math.Min(expected.Length, lines.Count); i++)
        {
            if (expected[i] != lines[i])
                Assert.Fail($"{name}, line {i + 1} is\n{lines[i]}\nexpected\n{expected[i]}\nIf that is meant, run with {Write}=1.");
        }

        Assert.Equal(expected.Length, lines.Count);
    }
}
