using System.Diagnostics;
using System.Globalization;
using TradingDesk.Benchmarks.Users.Circuits;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Hosting.Operating;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Benchmarks.Users;

/// <summary>
/// The goal `users`: what people who look at the desk cost it. Real circuits of the whole desk page over real sockets, every picture
/// acknowledged, without the browser's own work; the desk is another process and is measured as the system sees it.
/// </summary>
internal static class UsersGoal
{
    private const int Some = 20;
    private const int Many = 200;
    private const int AnswersPerSecond = 50;
    private const double CorePercentMost = 2.5;
    private const double KilobytesMost = 500;
    private const double AnswerMost = 1.2;
    private const double AnswerWithBrowsersMost = 1.5;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _settle = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _measure = TimeSpan.FromSeconds(15);

    /// <summary>The desk lets one address make 400 requests in ten seconds; a circuit takes three.</summary>
    private static readonly TimeSpan _between = TimeSpan.FromMilliseconds(90);

    public static IEnumerable<GoalResult> Run() => RunAsync().GetAwaiter().GetResult();

    private static async Task<List<GoalResult>> RunAsync()
    {
        using var desk = WebDesk.TryStart(out var why);
        if (desk is null) return [GoalResult.NotMeasured("users", CorePercentMost, atMost: true, why)];
        var (page, line) = await desk.ReadyAsync();
        using var _ = line;
        var circuits = new List<HeadlessCircuit>();
        try
        {
            await OpenAsync(circuits, 1, page, desk.Cookie); // What is made once is no circuit's own.
            await MeasureAsync(desk, line, circuits);
            var one = await MeasureAsync(desk, line, circuits);
            await OpenAsync(circuits, Some, page, desk.Cookie);
            var some = await MeasureAsync(desk, line, circuits);
            await OpenAsync(circuits, Many, page, desk.Cookie);
            var many = await MeasureAsync(desk, line, circuits);
            var failed = circuits.FirstOrDefault(circuit => circuit.Failure.Length > 0);
            return failed is null ? Results(one, some, many) : throw new InvalidOperationException($"A circuit ended: {failed.Failure}");
        }
        finally
        {
            foreach (var circuit in circuits) await circuit.DisposeAsync();
        }
    }

    private static async Task OpenAsync(List<HeadlessCircuit> circuits, int wanted, Uri page, string cookie)
    {
        while (circuits.Count < wanted)
        {
            circuits.Add(await HeadlessCircuit.OpenAsync(page, cookie, isStuck: false, _patience));
            await Task.Delay(_between);
        }
    }

    private static async Task<UsersFigures> MeasureAsync(WebDesk desk, OperatorLine line, List<HeadlessCircuit> circuits)
    {
        await Task.Delay(_settle);
        var (cpu, pictures, bytes) = (desk.CpuSeconds, circuits.Sum(one => one.Pictures), circuits.Sum(one => one.Bytes));
        var since = Stopwatch.GetTimestamp();
        var answers = new List<double>();
        while (Stopwatch.GetElapsedTime(since) < _measure)
        {
            answers.Add(await AnswerAsync(line));
            await Task.Delay(TimeSpan.FromSeconds(1.0 / AnswersPerSecond));
        }

        var seconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
        answers.Sort();
        return new UsersFigures(circuits.Count, (desk.CpuSeconds - cpu) / seconds, desk.Kilobytes, answers[answers.Count / 2],
            (circuits.Sum(one => one.Pictures) - pictures) / seconds / circuits.Count,
            (circuits.Sum(one => one.Bytes) - bytes) / seconds / circuits.Count);
    }

    /// <summary>
    /// An order that is not there is withdrawn: the engine's thread refuses it, and the journal's rhythm of 20 ms is in the answer's time.
    /// </summary>
    private static async Task<double> AnswerAsync(OperatorLine line)
    {
        var request = new OperatorRequest(0)
        {
            Account = "PAPER-1",
            Key = Guid.NewGuid().ToString("N"),
            Command = new CancelOrder(new OrderId(999_999, 1)).ToText(),
        };
        var since = Stopwatch.GetTimestamp();
        var answer = await line.AskAsync(request, CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(since).TotalMicroseconds;
        return answer.Accepted ? throw new InvalidOperationException("An order that is not there was withdrawn.") : took;
    }

    private static List<GoalResult> Results(UsersFigures one, UsersFigures some, UsersFigures many)
    {
        var each = 100 * (some.Core - one.Core) / (some.Circuits - one.Circuits);
        var kilobytes = (many.Kilobytes - one.Kilobytes) / (many.Circuits - one.Circuits);
        return
        [
            new("users-cpu", each, CorePercentMost, AtMost: true,
                $"percent of a core for each circuit of the whole desk; {Text(one)}; {Text(some)}"),
            new("users-memory", kilobytes, KilobytesMost, AtMost: true, $"KB of the process for each circuit; {Text(many)}"),
            new("users-engine", many.AnswerMicroseconds / one.AnswerMicroseconds, AnswerMost, AtMost: true,
                $"a command's answer with {many.Circuits} circuits against one; {Text(one)}; {Text(many)}"),
            new("latency-browsers", some.AnswerMicroseconds / one.AnswerMicroseconds, AnswerWithBrowsersMost, AtMost: true,
                $"the same with {some.Circuits} circuits; {Text(some)}"),
        ];
    }

    private static string Text(UsersFigures at) => string.Create(CultureInfo.InvariantCulture,
        $"{at.Circuits} circuits: {100 * at.Core:0} % of a core, {at.Kilobytes / 1024:0} MB, answer p50 {at.AnswerMicroseconds:0} us, "
        + $"{at.PicturesPerSecond:0.0} pictures/s and {at.BytesPerSecond / 1024:0.0} KB/s each");
}
