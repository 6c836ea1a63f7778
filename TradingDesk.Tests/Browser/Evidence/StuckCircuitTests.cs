using System.Globalization;
using TradingDesk.Benchmarks.Users.Circuits;
using TradingDesk.Tests.Processes;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Browser.Evidence;

/// <summary>Browsers that hang: they take what they are sent, and neither acknowledge nor answer any of it.</summary>
[Collection(ProcessCollection.Name), Trait("Speed", "Slow")]
public sealed class StuckCircuitTests
{
    private const int Stuck = 10;

    /// <summary>Blazor makes no further picture of a page when ten of it wait to be acknowledged.</summary>
    private const int PicturesMost = 10;

    /// <summary>Of each stuck browser, beside its pictures: pings, and what the page asks again when nobody answers.</summary>
    private const long BytesMost = 16 * 1024;

    /// <summary>A desk at sixty times its market's speed moves by some itself.</summary>
    private const long GrowthMostKilobytes = 64 * 1024;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task What_a_stuck_browser_is_owed_is_bounded_and_the_others_see_on()
    {
        await using var desk = DeskProcess.Launch("--MARKET_SPEED", "60");
        var page = new Uri(await desk.ListeningAsync());
        await desk.FilledAsync();
        await using var healthy = await HeadlessCircuit.OpenAsync(page, desk.Cookie, isStuck: false, _patience);
        var stuck = new List<HeadlessCircuit>();
        for (var i = 0; i < Stuck; i++) stuck.Add(await HeadlessCircuit.OpenAsync(page, desk.Cookie, isStuck: true, _patience));

        await SeenAsync(healthy, 5 * PicturesMost);
        var (before, sent) = (KilobytesOf(desk), stuck.Max(one => one.Bytes));
        await SeenAsync(healthy, 15 * PicturesMost);
        var growth = KilobytesOf(desk) - before;
        var more = stuck.Max(one => one.Bytes) - sent;

        TestContext.Current.SendDiagnosticMessage(string.Create(CultureInfo.InvariantCulture,
            $"{Stuck} stuck browsers were sent {stuck.Max(one => one.Pictures)} pictures and {stuck.Max(one => one.Bytes)} bytes at most, "
            + $"{more} of these later; "
            + $"the desk's memory moved by {growth} KB."));
        Assert.All(stuck, one => Assert.InRange(one.Pictures, 1, PicturesMost));
        Assert.InRange(more, 0, BytesMost);
        Assert.True(growth < GrowthMostKilobytes, string.Create(CultureInfo.InvariantCulture, $"The desk grew by {growth} KB."));
        Assert.Equal("", healthy.Failure);
        foreach (var one in stuck) await one.DisposeAsync();
    }

    private static Task<TimeSpan> SeenAsync(HeadlessCircuit circuit, int more)
    {
        var wanted = circuit.Pictures + more;
        return Patience.UntilAsync(() => circuit.Pictures >= wanted || circuit.Failure.Length > 0, _patience, "the healthy browser saw on");
    }

    private static long KilobytesOf(DeskProcess desk)
    {
        var line = File.ReadLines($"/proc/{desk.Id}/status").First(one => one.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
