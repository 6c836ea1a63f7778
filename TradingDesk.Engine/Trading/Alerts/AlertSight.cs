using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Watch;

namespace TradingDesk.Engine.Trading.Alerts;

/// <summary>Looks at what a rule is about, as it is now.</summary>
internal sealed class AlertSight(MoneyPath path, LevelBoard board, DayResults results)
{
    /// <summary>Since when the desk has been watching the feed without a break.</summary>
    public Instant Since { get; set; }

    public AlertReading Read(AlertLook look) => look.Rule switch
    {
        _ when look.Blind.Length > 0 => AlertReading.Unknown,
        PriceAlert price => price.Read(path.Market.LastOf(price.Instrument.Id)),
        IndicatorAlert indicator => ReadClosed(look, indicator),
        ProfitAlert profit => ReadProfit(profit),
        DrawdownAlert drawdown => ReadDrawdown(drawdown),
        FeedAlert feed => ReadFeed(feed),
        RefusalAlert refusals when path.Book.Find(refusals.Account) is { } account =>
            refusals.Read(path.Book.Alerts.RefusalsOf(account.Id, path.Clock.PlusSeconds(-refusals.Seconds))),
        RunAlert run => run.Read(path.Book.Runs.Find(run.Run)?.State),
        _ => AlertReading.Unknown,
    };

    /// <summary>The columns at a close.</summary>
    public static AlertReading Read(AlertLook look, IndicatorAlert rule, ReadOnlySpan<double> values, Price close) => rule.Read(
        look.Column < 0 ? double.NaN : values[look.Column], look.Other < 0 ? double.NaN : values[look.Other], close);

    /// <summary>The columns at the newest close; the last price stands for that of the candle, which the board does not keep.</summary>
    private AlertReading ReadClosed(AlertLook look, IndicatorAlert rule)
    {
        var rungs = board.Rungs;
        for (var rung = 0; rung < rungs.Timeframes.Count; rung++)
        {
            if (rungs.Timeframes[rung] != rule.Timeframe) continue;
            Span<double> values = stackalloc double[rungs.Columns];
            rungs.Read(rule.Instrument.Id, rung, out var level, [], values);
            return level.Candles <= 0 ? AlertReading.Unknown : Read(look, rule, values, path.Market.LastOf(rule.Instrument.Id));
        }

        return AlertReading.Unknown;
    }

    private AlertReading ReadProfit(ProfitAlert rule)
    {
        if (path.Book.Find(rule.Account) is not { } account) return AlertReading.Unknown;
        var gained = rule.IsInAll ? results.InAllOf(account) : results.TodayOf(account);
        return gained is { } known ? rule.Read(known) : AlertReading.Unknown;
    }

    private AlertReading ReadDrawdown(DrawdownAlert rule)
    {
        if (path.Book.Find(rule.Account) is not { } account) return AlertReading.Unknown;
        if (results.TodayOf(account) is not { } today) return AlertReading.Unknown;
        return rule.Read(results.PeakOf(account), today);
    }

    /// <summary>Before the session, the start or the return of the desk nothing could have come.</summary>
    private AlertReading ReadFeed(FeedAlert rule)
    {
        var now = path.Market.Of(rule.Instrument, path.Clock, path.IsReduceOnly);
        var open = path.Market.SessionOf(rule.Instrument.Id, path.Clock).Open;
        var from = Math.Max(now.LastAt.Nanos, Math.Max(open.Nanos, Since.Nanos));
        return rule.Read(now.IsOpen, path.Clock.Nanos - from);
    }
}
