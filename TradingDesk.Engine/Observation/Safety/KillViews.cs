using TradingDesk.Engine.Line.Levels;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;

namespace TradingDesk.Engine.Observation.Safety;

/// <summary>Makes what people see of the latched kill switches; the same object as before while nothing has changed.</summary>
internal sealed class KillViews(MoneyLevels levels)
{
    private IReadOnlyList<KillLevel> _seen = [];
    private IReadOnlyList<KillView> _views = [];

    public IReadOnlyList<KillView> Sample(Func<RefusalCode, string> sentenceOf)
    {
        var now = levels.Kills;
        if (ReferenceEquals(now, _seen)) return _views;
        _seen = now;
        return _views = Make(now, sentenceOf);
    }

    private List<KillView> Make(IReadOnlyList<KillLevel> kills, Func<RefusalCode, string> sentenceOf) =>
        [.. kills.Select(level => ViewOf(level, sentenceOf))];

    private KillView ViewOf(KillLevel level, Func<RefusalCode, string> sentenceOf) =>
        new(level.Scope, level.Scope == KillScope.Desk ? "" : NameOf(level.Account), level.Reach, level.Stage)
        {
            At = level.At,
            StageAt = level.StageAt,
            By = level.By,
            Reason = level.Reason,
            Sentence = SentenceOf(level.Stage, level.Reach),
            Orders =
            [
                .. level.Orders.Select(order => new KilledOrderView(
                    order.Order, NameOf(order.Account), order.Instrument, order.Outcome, SentenceOf(order.Outcome))),
            ],
            Positions =
            [
                .. level.Positions.Select(held => new KilledPositionView(
                    NameOf(held.Account), held.Instrument, held.Product, held.Run, held.Units, held.Outcome,
                    SentenceOf(held, level.Reach, sentenceOf))),
            ],
        };

    private string NameOf(AccountId account) => levels.Names[account.Index];

    private static string SentenceOf(KillStage stage, KillReach reach) => stage switch
    {
        KillStage.Cancelling => "Cancels are on their way; the venue's answers are waited for.",
        KillStage.Flattening => "Positions are being left.",
        KillStage.Waiting => "What is left waits for its market, or for a price.",
        KillStage.Unproven => "All that can be done is done, but what the venue has of some orders is not known: resolve them.",
        _ when reach == KillReach.Orders => "No order works that could bring new exposure; positions stay.",
        _ => "Every order is withdrawn and every position is flat, but for holdings.",
    };

    private static string SentenceOf(KillOutcome outcome) => outcome switch
    {
        KillOutcome.Flat => "Finished: nothing more of it can trade.",
        KillOutcome.Unknown => "What the venue has of it is not known: resolve it.",
        _ => "On its way: until the venue answers it may trade.",
    };

    private static string SentenceOf(in KilledPosition held, KillReach reach, Func<RefusalCode, string> sentenceOf) => held.Outcome switch
    {
        KillOutcome.Flat => "Flat.",
        KillOutcome.UnderWay => "Not flat: being left.",
        KillOutcome.MarketClosed => "Not flat: its market is closed, it is left when that opens.",
        KillOutcome.NoPrice => "Not flat: no price of this session is known yet, it is left at the first.",
        KillOutcome.Unknown => "Not flat: an order that may have left it is unknown or in conflict; resolve that.",
        KillOutcome.Refused => $"Not flat: the exit was refused. {sentenceOf(held.Why)} It is tried again.",
        _ when reach == KillReach.Orders => "Kept: this kill leaves positions alone.",
        _ => "Kept: a holding.",
    };
}
