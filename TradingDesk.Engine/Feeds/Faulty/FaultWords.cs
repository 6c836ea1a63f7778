namespace TradingDesk.Engine.Feeds.Faulty;

/// <summary>The words by which somebody asks for a feed's faults.</summary>
internal static class FaultWords
{
    private static readonly (string Word, FeedFault Fault)[] _words =
    [
        ("mute", FeedFault.Mute),
        ("mute-one", FeedFault.MuteOne),
        ("burst", FeedFault.Burst),
        ("duplicate", FeedFault.Duplicate),
        ("reorder", FeedFault.Reorder),
        ("late", FeedFault.Late),
        ("bad-price", FeedFault.BadPrice),
        ("garbage", FeedFault.Garbage),
        ("skew", FeedFault.Skew),
        ("volume-reset", FeedFault.VolumeReset),
        ("all", FeedFault.All),
    ];

    /// <summary>What may be asked for.</summary>
    public static string Allowed { get; } = $"words of {string.Join(", ", _words.Select(word => word.Word))}, separated by commas";

    /// <summary>The faults of a text such as `mute-one,late`; empty text is none.</summary>
    public static bool TryParse(string text, out FeedFault faults)
    {
        faults = FeedFault.None;
        foreach (var word in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var found = Array.Find(_words, known => known.Word == word).Fault;
            if (found == FeedFault.None) return false;
            faults |= found;
        }

        return true;
    }
}
