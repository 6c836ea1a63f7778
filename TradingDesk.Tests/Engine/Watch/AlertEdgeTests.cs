using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Watch;
using Xunit;

namespace TradingDesk.Tests.Engine.Watch;

/// <summary>When an alert fires: b is below its level, a above, = on it, ? not to be judged.</summary>
public sealed class AlertEdgeTests
{
    /// <summary>In words: the looks, the first of them when it is armed, and the place of the one that fires; -1 for none.</summary>
    [Theory]
    [InlineData("Above", "b=a", 2)]
    [InlineData("Above", "ba", 1)]
    [InlineData("Above", "?a", 1)]
    [InlineData("Above", "aaa", -1)]
    [InlineData("Above", "a=a", 2)]
    [InlineData("Above", "a?a", -1)]
    [InlineData("Above", "a?ba", 3)]
    [InlineData("Below", "ab", 1)]
    [InlineData("Below", "=b", 1)]
    [InlineData("Below", "bab", 2)]
    [InlineData("Below", "bb?b", -1)]
    [InlineData("Crosses", "ba", 1)]
    [InlineData("Crosses", "ab", 1)]
    [InlineData("Crosses", "b=b", -1)]
    [InlineData("Crosses", "b=a", 2)]
    [InlineData("Crosses", "b?a", 2)]
    [InlineData("Crosses", "?aab", 3)]
    [InlineData("Crosses", "=aab", 3)]
    [InlineData("Crosses", "??==", -1)]
    public void It_fires_once_as_its_condition_becomes_true(string how, string looks, int fires)
    {
        var comparison = Enum.Parse<AlertComparison>(how);
        var from = SideOf(looks[0]);

        var state = AlertEdge.Begin(comparison, from);
        var fired = -1;
        for (var look = 1; look < looks.Length; look++)
        {
            var next = AlertEdge.Next(comparison, state, from, SideOf(looks[look]));
            if (next != state) from = SideOf(looks[look]);
            if (next == AlertState.Fired && state != AlertState.Fired) fired = look;
            state = next;
        }

        Assert.Equal(fires, fired);
    }

    [Theory]
    [InlineData("Above")]
    [InlineData("Below")]
    [InlineData("Crosses")]
    public void What_has_fired_stays_fired_whatever_it_sees(string how)
    {
        foreach (var side in Enum.GetValues<AlertSide>())
            Assert.Equal(AlertState.Fired, AlertEdge.Next(Enum.Parse<AlertComparison>(how), AlertState.Fired, AlertSide.Below, side));
    }

    private static AlertSide SideOf(char look) => look switch
    {
        'b' => AlertSide.Below,
        'a' => AlertSide.Above,
        '=' => AlertSide.At,
        _ => AlertSide.Unknown,
    };
}
