using System.Globalization;
using Microsoft.Extensions.Logging;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Indicators;

namespace TradingDesk.Engine.Hosting.Warmth;

/// <summary>The kept versions of the indicator lists: which one a desk starts with, and what pages may know of them.</summary>
internal sealed class ListVersions(IndicatorStore store, TimeProvider time, ILogger log)
{
    private const int VersionsMost = 500;

    /// <summary>
    /// The plan with the newest kept lists; those of the setting become version 1 of a store that has none. Instruments go - an option
    /// expires, a setting changes - and their own lists are left out; versions that this desk cannot use at all are passed over. What it
    /// starts with instead is kept as the newest.
    /// </summary>
    public DeskPlan Choose(DeskPlan plan)
    {
        if (!store.TryReadVersions(VersionsMost, out var newestFirst, out var refusal)) throw new DeskRefusedException(refusal);
        var note = "";
        foreach (var version in newestFirst)
        {
            var text = IndicatorLists.WithoutUnknown(version.Text, plan.Instruments, out var unknown);
            if (Refuse(text, plan, out var lists) is { } trouble)
            {
                WarmthLog.VersionPassedOver(log, version.Version, trouble.Reason);
                if (note.Length == 0) note = $", for a later one {trouble.Word}";
                continue;
            }

            if (version == newestFirst[0] && unknown.Count == 0) return StartWith(plan, version, lists!.Text);
            if (unknown.Count > 0) note += $", without {string.Join(", ", unknown)}";
            if (unknown.Count > 0) WarmthLog.ListsLeftOut(log, version.Version, string.Join(", ", unknown));
            return Keep(plan with { Indicators = lists!.Text }, newestFirst[0].Version + 1,
                string.Create(CultureInfo.InvariantCulture, $"as version {version.Version}{note}"));
        }

        return Keep(plan, newestFirst.Count == 0 ? 1 : newestFirst[0].Version + 1, $"from {SettingNames.Indicators}");
    }

    public IReadOnlyList<Observation.Indicators.IndicatorVersion> Read()
    {
        if (!store.TryReadVersions(VersionsMost, out var newestFirst, out var refusal)) throw new IOException(refusal);
        return [.. newestFirst.Select(kept =>
            new Observation.Indicators.IndicatorVersion(kept.Version, kept.Text, kept.Principal, kept.At, kept.Note))];
    }

    /// <summary>Null with the lists when this desk can use them; otherwise why not, in a word for a note and at length.</summary>
    private static (string Word, string Reason)? Refuse(string text, DeskPlan plan, out IndicatorLists? lists)
    {
        lists = IndicatorLists.Parse(text, plan.Instruments, out var errors);
        if (lists is null) return ("cannot be read", string.Join("; ", errors));
        return lists.FitMemory(plan.Instruments.Count, plan.Timeframes.Count)
            ? null
            : ("takes too much memory", "it takes too much memory on all instruments and timeframes");
    }

    private DeskPlan StartWith(DeskPlan plan, StoredVersion version, string lists)
    {
        if (lists != plan.Indicators)
        {
            var at = version.At.ToIndia().ToString("d MMM yyyy HH:mm", CultureInfo.InvariantCulture);
            WarmthLog.VariableNotUsed(log, version.Version, at, version.Principal);
        }

        return plan with { Indicators = lists, IndicatorVersion = version.Version };
    }

    private DeskPlan Keep(DeskPlan plan, int number, string note)
    {
        var version = new StoredVersion(number, plan.Indicators, "desk", Instant.From(time.GetUtcNow()), note);
        if (!store.TryAdd(version, out var refusal)) throw new DeskRefusedException(refusal);
        return plan with { IndicatorVersion = number };
    }
}
