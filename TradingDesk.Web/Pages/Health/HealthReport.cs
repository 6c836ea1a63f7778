using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Live.Health;
using TradingDesk.Web.Pages.Desk;

namespace TradingDesk.Web.Pages.Health;

/// <summary>How the desk stands, thing by thing; what is not measured has no line.</summary>
internal static class HealthReport
{
    public static IReadOnlyList<HealthGroup> Of(HealthScene scene) =>
    [
        new("Ages and latencies", [.. Ages(scene)]),
        new("Queues", [.. Queues(scene)]),
        new("Feed", [.. Feed(scene)]),
        new("Stores", [.. Stores(scene)]),
        new("Machine", [.. MachineReport.Of(scene)]),
    ];

    public static HealthStanding Worst(IReadOnlyList<HealthGroup> groups) =>
        groups.SelectMany(group => group.Lines).Max(line => line.Standing);

    /// <summary>The whole in a sentence: that all is well, or what is not.</summary>
    public static string Sentence(IReadOnlyList<HealthGroup> groups)
    {
        var off = groups.SelectMany(group => group.Lines).Where(line => line.Standing != HealthStanding.Ok)
            .OrderByDescending(line => line.Standing).Select(line => $"{line.Name} {HealthWords.Of(line.Standing)}").ToList();
        return off.Count == 0 ? "Everything that is measured is well." : $"{string.Join(", ", off)}; all else is well.";
    }

    private static IEnumerable<HealthLine> Ages(HealthScene scene)
    {
        var (desk, still) = (scene.Desk, scene.Sample.EngineStillFor);
        yield return new("Engine clock", EngineStanding(desk, still), $"{Labels.Clock(desk.Market.MarketTime)} IST",
            desk.IsReady ? $"Last moved {HealthWords.Seconds(still)} ago." : "The desk is preparing its history.");
        if (desk.Market.HasFeed) yield return NewestTick(desk);
        if (desk.Market.HasFeed && desk.Market.Speed > 1) yield return Pace(desk.Market);
        yield return scene.Beat is { } beat
            ? new("Browser beat", HealthLimit.BeatMilliseconds.Judge((decimal)beat.TotalMilliseconds), HealthWords.Milliseconds(beat),
                "From the desk to this browser and back.")
            : new("Browser beat", HealthStanding.Unknown, IndianNumbers.Nothing, "This browser has not answered yet.");
        if (scene.Answers is { Count: > 0 } answers)
        {
            yield return new("Commands about money", HealthLimit.AnswerMilliseconds.Judge((decimal)answers.Slowest.TotalMilliseconds),
                HealthWords.Milliseconds(answers.Last),
                $"From the gate to the durable answer, the newest; the slowest of the last {IndianNumbers.Whole(answers.Count)} took "
                + $"{HealthWords.Milliseconds(answers.Slowest)}.");
        }
    }

    /// <summary>While history is prepared the clock stands, and rightly.</summary>
    private static HealthStanding EngineStanding(DeskSnapshot desk, TimeSpan still) => desk.IsReady
        ? HealthLimit.EngineStillSeconds.Judge((decimal)still.TotalSeconds)
        : HealthStanding.Unknown;

    private static HealthLine NewestTick(DeskSnapshot desk)
    {
        if (desk.Market.Phase != MarketPhase.Open)
            return new("Newest tick", HealthStanding.Ok, IndianNumbers.Nothing, "The market is closed: none is due.");
        if (desk.Quotes.All.All(quote => quote.Time == default))
            return new("Newest tick", HealthStanding.Unknown, IndianNumbers.Nothing, "No tick has come yet.");
        var silent = DeskCondition.FeedSilentSeconds(desk);
        var (stale, all) = (desk.Quotes.All.Count(quote => quote.IsStale), desk.Quotes.All.Count);
        return new("Newest tick", HealthLimit.FeedSilentSeconds.Judge(silent), $"{IndianNumbers.Whole(silent)} s",
            $"Its age. {IndianNumbers.Whole(stale)} of {IndianNumbers.Whole(all)} instruments are stale.");
    }

    private static HealthLine Pace(MarketStatus market)
    {
        var percent = 100m * market.SpeedReached / market.Speed;
        return new("Simulated pace", HealthLimit.PacePercent.Judge(percent), $"{IndianNumbers.Whole(market.SpeedReached)}×",
            $"Of the {IndianNumbers.Whole(market.Speed)}× asked for; a slower machine skips nothing.");
    }

    private static IEnumerable<HealthLine> Queues(HealthScene scene)
    {
        var line = scene.Desk.Health.Line;
        yield return Queue("Inbox", line.Inbox, line.InboxCapacity, "Inputs that wait for the engine.", scene.Past.Inbox);
        yield return Queue("Facts", line.Facts, line.FactsCapacity, "Facts that the slowest reader has yet to read.", scene.Past.Facts);
        yield return Count("Feed waits", line.FeedWaits, "Times the feed found the inbox full; it waited, nothing was lost.");
        yield return Count("Readers passed", line.ReadersPassed, "Times the engine went on without a reader that was too slow.");
        yield return Count("Commands refused", line.CommandsRefused, "Commands refused because the inbox was full.");
    }

    private static HealthLine Queue(string name, int used, int capacity, string meaning, IReadOnlyList<(long, decimal)> past) =>
        new(name, capacity == 0 ? HealthStanding.Unknown : HealthLimit.QueuePercent.Judge(100m * used / capacity),
            $"{IndianNumbers.Whole(used)} / {IndianNumbers.Whole(capacity)}", meaning)
        { Past = past };

    private static HealthLine Count(string name, long count, string meaning) =>
        new(name, count == 0 ? HealthStanding.Ok : HealthStanding.Degraded, IndianNumbers.Whole(count), meaning);

    private static IEnumerable<HealthLine> Feed(HealthScene scene)
    {
        var (market, health) = (scene.Desk.Market, scene.Desk.Health);
        if (!market.HasFeed)
        {
            yield return new("Feed", HealthStanding.Ok, "none", "This desk shows stored candles only.");
            yield break;
        }

        yield return new("Ticks", HealthStanding.Ok, $"{IndianNumbers.Plain((decimal)health.TicksPerSecond, 0)} /s", "Taken by the engine.")
        {
            Past = scene.Past.Ticks,
        };
        var faults = health.Faults;
        yield return Fault("Late", faults.Late, "Ticks of a second that was over.");
        yield return Fault("Ahead", faults.Ahead, "Ticks dated more than 5 s after the desk's clock.");
        yield return Fault("Duplicate", faults.Duplicate, "Ticks that had come before.");
        yield return Fault("Impossible price", faults.NonPositive, "Not positive, or above all that is traded.");
        yield return Fault("Outside the session", faults.OutsideSession, "Ticks while their market was closed.");
        yield return Fault("Volume stepped back", faults.VolumeStepsBack, "Day volumes that fell; the price beside them was believed.");
    }

    private static HealthLine Fault(string name, long count, string meaning) => Count(name, count, meaning);

    private static IEnumerable<HealthLine> Stores(HealthScene scene)
    {
        var health = scene.Desk.Health;
        yield return Store("Candles", health.CandleStore);
        yield return Store("Journal", health.Journal, scene.Desk.JournalTrouble);
        yield return Store("Tape", health.Tape);
        yield return scene.AuditTrouble.Length == 0
            ? new("People and audit", HealthStanding.Ok, "sound", "The chain of the audit was whole when the desk started.")
            : new("People and audit", HealthStanding.Down, "broken", scene.AuditTrouble);
    }

    private static HealthLine Store(string name, PartState state, string trouble = "")
    {
        var standing = HealthWords.StandingOf(state.Health);
        if (state.Lost > 0 && standing == HealthStanding.Ok) standing = HealthStanding.Degraded;
        if (trouble.Length > 0) standing = HealthStanding.Down;
        var lost = state.Lost > 0 ? $" {IndianNumbers.Whole(state.Lost)} lost." : "";
        return new(name, standing, $"{IndianNumbers.Whole(state.Waiting)} waiting",
            $"{(trouble.Length > 0 ? trouble : state.Sentence)} {IndianNumbers.Whole(state.Written)} written since the start.{lost}");
    }
}
