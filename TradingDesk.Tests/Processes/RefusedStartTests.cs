using System.Globalization;
using System.Net;
using System.Net.Sockets;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Processes;

/// <summary>Starts that cannot succeed: a sentence for a person and exit code 1.</summary>
[Collection(ProcessCollection.Name)]
public sealed class RefusedStartTests
{
    [Fact]
    public async Task A_port_in_use_is_one_sentence_and_nothing_is_written()
    {
        using var squatter = new TcpListener(IPAddress.Loopback, 0);
        squatter.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)squatter.LocalEndpoint).Port}";

        await using var desk = DeskProcess.LaunchNew("--Urls", address);

        await AssertRefusedAsync(desk, $"the address {address} is already in use.");
        Assert.Empty(Directory.EnumerateFileSystemEntries(desk.DataFolder));
    }

    [Fact]
    public async Task A_data_folder_of_another_desk_is_one_sentence_that_names_the_other()
    {
        using var folder = new TempFolder();
        await using var first = DeskProcess.LaunchOn(folder.File("data"));
        await first.ListeningAsync();

        await using var second = DeskProcess.LaunchOn(folder.File("data"));

        await AssertRefusedAsync(second, string.Create(CultureInfo.InvariantCulture,
            $"The data folder {folder.File("data")} is used by another desk (process {first.Id})."));
    }

    [Fact]
    public async Task A_candle_store_of_another_desk_is_one_sentence_too()
    {
        using var folder = new TempFolder();
        await using var first = DeskProcess.LaunchOn(folder.File("one"), "--SQLITE_PATH", folder.File("candles.db"));
        await first.ListeningAsync();

        await using var second = DeskProcess.LaunchOn(folder.File("two"), "--SQLITE_PATH", folder.File("candles.db"));

        await AssertRefusedAsync(second, string.Create(CultureInfo.InvariantCulture,
            $"The candle store {folder.File("candles.db")} is used by another desk (process {first.Id})."));
    }

    [Fact]
    public async Task A_past_that_cannot_be_written_is_one_sentence_though_the_desk_answers_already()
    {
        using var folder = new TempFolder();
        var file = folder.File("candles.db");
        Assert.True(CandleStore.TryOpen(file, CandleWorld.Simulated, out var store, out var refusal), refusal);
        using (var link = store!.OpenWriter())
            link.Execute("CREATE TRIGGER full BEFORE INSERT ON candles_tf BEGIN SELECT RAISE(ABORT, 'no room is left'); END");
        await using var desk = DeskProcess.LaunchOn(folder.File("data"), "--SQLITE_PATH", file);

        await AssertRefusedAsync(desk, $"Candles could not be entered into the store {file}: ");

        Assert.Contains("no room is left", desk.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_desk_asked_to_end_while_it_writes_its_past_ends_and_leaves_no_half_of_it()
    {
        using var folder = new TempFolder();
        await using var desk = DeskProcess.LaunchOn(folder.File("data"));
        await desk.ListeningAsync();

        desk.Send(ProcessSignal.Terminate);

        Assert.Equal(0, await desk.ExitCodeAsync());
        Assert.Equal("", desk.Errors);
        var minutes = new StoppedDesk(desk.DataFolder).Minutes(Segment.Nse, 2_885, 0).Count;
        Assert.True(minutes is 0 or > 1_440, $"{minutes} minutes of a day and more were left.");
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_is_one_sentence()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("data"), "a file stands where the folder should be");

        await using var desk = DeskProcess.LaunchNewOn(folder.File("data"));

        await AssertRefusedAsync(desk, $"The folder {folder.File("data")} cannot be written:");
    }

    [Fact]
    public async Task Settings_that_are_not_allowed_are_all_named_at_once()
    {
        await using var desk = DeskProcess.LaunchNew("--MARKET_SPEED", "0", "--ENABLED_TFS", "60,7x", "--MARKET_SEDE", "1");

        Assert.Equal(1, await desk.ExitCodeAsync());
        Assert.All(["MARKET_SPEED", "from 1 to 1000", "ENABLED_TFS", "7x", "MARKET_SEDE", "near: MARKET_SEED"],
            words => Assert.Contains(words, desk.Errors, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", desk.Errors, StringComparison.Ordinal);
    }

    private static async Task AssertRefusedAsync(DeskProcess desk, string sentence)
    {
        Assert.Equal(1, await desk.ExitCodeAsync());
        Assert.StartsWith($"TradingDesk cannot start: {sentence}", desk.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', desk.Errors);
    }
}
