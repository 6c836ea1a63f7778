namespace TradingDesk.Engine.Primitives;

/// <summary>The state of a store in a word and a sentence; Lost counts what it could not write and will not.</summary>
public sealed record PartState(PartHealth Health, string Sentence, long Written, long Waiting, long Lost)
{
    public static PartState Starting { get; } = new(PartHealth.Starting, "Starting.", 0, 0, 0);
}

/// <summary>How well a part of the desk works.</summary>
public enum PartHealth : byte
{
    Starting = 0,
    Well = 1,
    Struggling = 2,
    Failed = 3,
}
