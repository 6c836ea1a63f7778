using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market.Sessions;

/// <summary>One phase of a day, by the second of the day in India it starts and the one it ends before.</summary>
internal readonly record struct DayPhase(PhaseKind Kind, int FromSecond, int ToSecond)
{
    public Instant StartOn(DateOnly date) => Instant.FromIndiaMidnight(date).PlusSeconds(FromSecond);

    public Instant EndOn(DateOnly date) => Instant.FromIndiaMidnight(date).PlusSeconds(ToSecond);
}
