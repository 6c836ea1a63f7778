using System.Globalization;
using Microsoft.Extensions.Logging;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;

namespace TradingDesk.Engine.Hosting.Warmth;

/// <summary>The kept versions of the indicator lists: which one a desk starts with, and what pages may know of them.</summary>
internal sealed class ListVersions(IndicatorStore store, TimeProvider time, ILogger log)
{
    private const int VersionsMost = 500;

    /// <summary>
    /// The plan with the newest kept lists; those of the setting become version 1 of a store that has none. Versions that this desk cannot
    /// read are passed over, and what it starts with instead is kept as the newest.
    /// </summary>
    public DeskPlan Choose(DeskPlan plan)
    {
        if (!store.TryReadVersions(VersionsMost, out var newestFirst, out var refusal)) throw new DeskRefusedException(refusal);
        foreach (var version in newestFirst)
        {
            if (IndicatorLists.Parse(version.Text, plan.Instruments, out var errors) is not { } lists)
            {
                WarmthLog.VersionPassedOver(log, version.Version, string.Join("; ", errors));
                continue;
            }

            if (version == newestFirst[0]) return StartWith(plan, version, lists.Text);
            return Keep(plan with { Indicators = lists.Text }, newestFirst[0].Version + 1,
                string.Create(CultureInfo.InvariantCulture, $"as version {version.Version}, for a later one cannot be read"));
        }

        return Keep(plan, newestFirst.Count == 0 ? 1 : newestFirst[0].Version + 1, $"from {SettingNames.Indicators}");
    }

    public IReadOnlyList<Observation.Indicators.IndicatorVersion> Read()
    {
        if (!store.TryReadVersions(VersionsMost, out var newestFirst, out var refusal)) throw new IOException(refusal);
        return [.. newestFirst.Select(kept =>
            new Observation.Indicators.IndicatorVersion(kept.Version, kept.Text, kept.Principal, kept.At, kept.Note))];
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
