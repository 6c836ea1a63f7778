using TradingDesk.Engine.Feeds;
using TradingDesk.Engine.Feeds.Simulated;
using TradingDesk.Engine.Hosting.Calendars;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Engine.Hosting.Trading;
using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Hosting;

/// <summary>Makes the plan of a desk from its settings, or names every setting that does not allow one.</summary>
internal static class DeskPlans
{
    /// <summary>The plan of a desk on the market of its settings that starts at that moment.</summary>
    public static DeskPlan Of(DeskSettings settings, CalendarBook book, Instant start)
    {
        var errors = new List<SettingError>();
        var calendar = settings.Calendar == TradingCalendar.AlwaysOpen.Name ? TradingCalendar.AlwaysOpen : book.Exchange;
        var instruments = Instruments(settings, calendar, start, errors);
        var indicators = IndicatorLists.Parse(settings.IndicatorConfigs, instruments, out var wrong);
        errors.AddRange(wrong.Select(error => settings.Refuse("INDICATOR_CONFIGS", settings.IndicatorConfigs, error)));
        if (indicators?.FitMemory(instruments.Count, settings.EnabledTimeframes.Count) == false)
        {
            errors.Add(settings.Refuse(
                "INDICATOR_CONFIGS", settings.IndicatorConfigs, "the indicators take too much memory on all instruments"));
        }

        DeclaredRuns.Read(settings.Runs, instruments, out var wrongRuns);
        errors.AddRange(wrongRuns.Select(error => settings.Refuse("RUNS", settings.Runs, error)));
        if (errors.Count > 0) throw new DeskRefusedException(string.Join(Environment.NewLine, errors));
        var plan = (settings.IsSimulated
            ? DeskModes.Simulated(calendar, instruments, settings.EnabledTimeframes, indicators!.Text)
            : DeskModes.Stored(calendar, instruments, settings.EnabledTimeframes, indicators!.Text)) with
        {
            FactsCapacity = settings.FactsCapacity,
        };
        var rules = new TimeframeRules(plan.SessionSecondsMost, 1, 1, int.MaxValue);
        if (rules.Review(plan.Timeframes, out _) != RefusalCode.None)
            throw new DeskRefusedException(settings.Refuse("ENABLED_TFS", string.Join(',', plan.Timeframes), Timeframe.Allowed).ToString());
        return plan;
    }

    private static InstrumentTable Instruments(DeskSettings settings, TradingCalendar calendar, Instant start, List<SettingError> errors)
    {
        var listed = ListedInstruments.Read();
        if (listed.Problems.Count > 0) throw new FormatException($"The built-in instruments: {listed.Problems[0]}");
        var all = settings.IsSimulated
            ? SimulatedInstruments.Make(unchecked((ulong)settings.Seed), listed.Instruments, calendar, start)
            : new InstrumentTable(listed.Instruments);
        var selection = all.ReadList("SUBSCRIBE_TOKENS", settings.SubscribeTokens);
        errors.AddRange(selection.Problems.Select(problem => settings.Refuse("SUBSCRIBE_TOKENS", settings.SubscribeTokens, problem)));
        return new InstrumentTable(selection.Instruments);
    }
}
