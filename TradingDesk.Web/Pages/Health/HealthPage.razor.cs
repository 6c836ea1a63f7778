using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Live.Health;

namespace TradingDesk.Web.Pages.Health;

/// <summary>How the desk stands: its ages, queues, feed, stores, machine and build, measured anew at every beat.</summary>
public sealed partial class HealthPage(
    HealthWatch watch, BrowserBeat beat, AnswerTimes answers, AuditSign audit, TimeProvider time)
{
    private string RunningFor =>
        HealthWords.Span(TimeSpan.FromSeconds(Instant.From(time.GetUtcNow()).UnixSeconds - BuildFacts.Started.UnixSeconds));

    protected override HealthSample? ReadSlice() => watch.Latest;

    private HealthScene SceneAt(HealthSample sample) => new(Desk.Current, sample, watch.Past)
    {
        Beat = beat.RoundTrip,
        Answers = answers.Read(),
        AuditTrouble = audit.Trouble,
    };
}
