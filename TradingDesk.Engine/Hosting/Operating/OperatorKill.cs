using TradingDesk.Engine.Market;
using TradingDesk.Engine.Observation.Safety;
using TradingDesk.Engine.Primitives.Safety;

namespace TradingDesk.Engine.Hosting.Operating;

/// <summary>A latched kill switch as a program reads it.</summary>
/// <param name="Account">The account's name; empty for the desk's.</param>
/// <param name="At">When it was latched, in India.</param>
internal sealed record OperatorKill(string Account, KillReach Reach, KillStage Stage, DateTimeOffset At, string By, string Reason)
{
    public string Sentence { get; init; } = "";

    public IReadOnlyList<OperatorKilled> Orders { get; init; } = [];

    public IReadOnlyList<OperatorKilled> Positions { get; init; } = [];

    public static OperatorKill Of(KillView view, InstrumentTable instruments) =>
        new(view.Account, view.Reach, view.Stage, view.At.ToIndia(), view.By, view.Reason)
        {
            Sentence = view.Sentence,
            Orders =
            [
                .. view.Orders.Select(order => new OperatorKilled(
                    order.Account, order.Order.ToString(), instruments[order.Instrument].Symbol, 0, order.Outcome, order.Sentence)),
            ],
            Positions =
            [
                .. view.Positions.Select(held => new OperatorKilled(
                    held.Account, held.Product.ToString(), instruments[held.Instrument].Symbol, held.Units, held.Outcome, held.Sentence)),
            ],
        };
}
