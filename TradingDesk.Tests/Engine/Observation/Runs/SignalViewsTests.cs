using TradingDesk.Engine.Observation.Runs;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Engine.Observation.Runs;

/// <summary>A signal's sentence as a trader in India reads it.</summary>
public sealed class SignalViewsTests
{
    [Fact]
    public void Values_stand_in_lakhs_and_crores_with_two_places()
    {
        var signal = new SignalTerms { Number = 1, Run = new RunId(1), Kind = SignalKind.Enter, Side = Side.Buy, Count = 3 };
        (signal.Values[0], signal.Values[1], signal.Values[2]) = (1_234_567.891, -54_321.5, 0.5f);

        var view = SignalViews.Of(signal, RefusalCode.None, default, ["{0} is above {1} by {2}."]);

        Assert.Equal("12,34,567.89 is above -54,321.50 by 0.50.", view.Reason);
    }
}
