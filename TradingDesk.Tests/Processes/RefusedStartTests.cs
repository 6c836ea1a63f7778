using System.Globalization;
using System.Net;
using System.Net.Sockets;
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

        await using var desk = DeskProcess.Launch("--Urls", address);

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
    public async Task A_data_folder_that_cannot_be_written_is_one_sentence()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("data"), "a file stands where the folder should be");

        await using var desk = DeskProcess.LaunchOn(folder.File("data"));

        await AssertRefusedAsync(desk, $"The folder {folder.File("data")} cannot be written:");
    }

    [Fact]
    public async Task Settings_that_are_not_allowed_are_all_named_at_once()
    {
        await using var desk = DeskProcess.Launch("--MARKET_SPEED", "0", "--ENABLED_TFS", "60,7x", "--MARKET_SEDE", "1");

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
