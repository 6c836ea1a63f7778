using System.Globalization;
using System.Text.Json;
using TradingDesk.Tests.Processes;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Browser.Evidence;

/// <summary>How often the desk tells its browser what it knows, at what cost, and that nothing jumps meanwhile.</summary>
[Collection(BrowserCollection.Name), Trait("Needs", "Browser"), Trait("Speed", "Slow")]
public sealed class LiveRateTests(BrowserFixture fixture)
{
    /// <summary>The bar is for a machine that does nothing else; beside other tests it only has to go on.</summary>
    private const double UpdatesPerSecondLeast = 4.5;

    /// <summary>The browser tells frames as it has unpacked them; on the wire they are packed and smaller.</summary>
    private const double UnpackedBytesPerSecondMost = 24 * 1024;

    private const string Widths =
        """
        (async () => {
            const cells = '.watch-row:nth-of-type(-n+12) .n, .top .n, .card-price .n, .position-row .n';
            const seen = new Map();
            for (const end = performance.now() + 6000; performance.now() < end;) {
                for (const cell of document.querySelectorAll(cells)) {
                    if (!seen.has(cell)) seen.set(cell, new Set());
                    seen.get(cell).add(Math.round(cell.getBoundingClientRect().width));
                }
                await new Promise(later => setTimeout(later, 150));
            }
            return [...seen].filter(([cell, widths]) => cell.isConnected && widths.size > 1)
                .map(([cell, widths]) => `${cell.parentElement.className} ${cell.className}: ${[...widths].join(', ')}`);
        })()
        """;

    [Fact]
    public async Task The_chart_follows_and_the_wire_stays_thin()
    {
        await using var session = await fixture.OpenDeskAsync();
        var network = await session.Page.Context.NewCDPSessionAsync(session.Page);
        var bytes = 0L;
        network.Event("Network.webSocketFrameReceived").OnEvent += (_, told) => Interlocked.Add(ref bytes, LengthOf(told));
        await network.SendAsync("Network.enable");
        var time = TimeSpan.FromSeconds(LongRun.IsWanted ? 60 : 10);

        var updates = await session.ChartAsync("updates");
        await Task.Delay(time, TestContext.Current.CancellationToken); // The time is the measure.
        var rate = (double)(await session.ChartAsync("updates") - updates) / time.TotalSeconds;
        var wire = Interlocked.Read(ref bytes) / time.TotalSeconds;

        TestContext.Current.SendDiagnosticMessage(
            string.Create(CultureInfo.InvariantCulture, $"{rate:0.0} updates of the chart and {wire / 1024:0.0} KB unpacked a second."));
        Assert.InRange(rate, LongRun.IsWanted ? UpdatesPerSecondLeast : 0.5, 20);
        Assert.InRange(wire, 1, UnpackedBytesPerSecondMost);
    }

    [Fact]
    public async Task No_number_changes_the_width_of_its_column()
    {
        await using var session = await fixture.OpenDeskAsync();

        var changed = await session.AskAsync<string[]>(Widths);

        Assert.Empty(changed);
    }

    /// <summary>The browser tells binary frames in base 64.</summary>
    private static long LengthOf(JsonElement? told) =>
        told!.Value.GetProperty("response").GetProperty("payloadData").GetString()!.Length * 3L / 4;
}
