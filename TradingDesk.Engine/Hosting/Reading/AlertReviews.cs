using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Observation.Alerts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Watch;

namespace TradingDesk.Engine.Hosting.Reading;

/// <summary>Judges a rule before it is added, by the board: the engine refuses the same with a code only.</summary>
internal sealed class AlertReviews(DeskPlan plan, LevelBoard board)
{
    public AlertReview Review(string text)
    {
        var rungs = board.Rungs;
        var accounts = board.Money.Names.Take(board.Money.AccountCount).ToArray();
        var lists = IndicatorLists.Parse(rungs.Indicators, plan.Instruments, out _);
        var check = new AlertCheck(lists, rungs.Timeframes, accounts, board.Runs.Count);
        var parsed = check.Of(text, plan.Instruments);
        return parsed.Problem is { } problem
            ? new AlertReview("", RefusalWords.Of(problem.Code), problem.Word, problem.Sentence)
            : new AlertReview(parsed.Rule!.ToText(), "", "", "");
    }
}
