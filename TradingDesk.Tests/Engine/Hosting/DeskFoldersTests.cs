using System.Globalization;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Hosting;

/// <summary>A desk has its folders for itself or says why it cannot have them.</summary>
public sealed class DeskFoldersTests
{
    [Fact]
    public void All_folders_are_made()
    {
        using var temp = new TempFolder();

        Assert.True(DeskFolders.TryOpen(Settings(temp.File("data")), out var folders, out var refusal), refusal);

        using (folders)
        {
            Assert.Equal(temp.File("data", "logs"), folders!.Logs);
            Assert.True(Directory.Exists(folders.Logs));
            Assert.True(Directory.Exists(temp.File("data", "simulated", "tape")));
            Assert.Empty(Directory.GetFiles(temp.Path, ".tried*", SearchOption.AllDirectories));
        }
    }

    [Fact]
    public void A_second_desk_is_refused_and_told_the_process_of_the_first()
    {
        using var temp = new TempFolder();
        DeskFolders.TryOpen(Settings(temp.Path), out var first, out _);

        var opened = DeskFolders.TryOpen(Settings(temp.Path), out var second, out var refusal);

        Assert.False(opened);
        Assert.Null(second);
        Assert.Equal(string.Create(CultureInfo.InvariantCulture,
            $"The data folder {temp.Path} is used by another desk (process {Environment.ProcessId})."), refusal);
        first!.Dispose();
    }

    [Fact]
    public void Two_desks_do_not_write_into_one_candle_store()
    {
        using var temp = new TempFolder();
        var candles = temp.File("candles.db");
        DeskFolders.TryOpen(Settings(temp.File("a"), candles), out var first, out _);

        var opened = DeskFolders.TryOpen(Settings(temp.File("b"), candles), out _, out var refusal);

        Assert.False(opened);
        Assert.StartsWith($"The candle store {candles} is used by another desk (process ", refusal, StringComparison.Ordinal);
        first!.Dispose();
        Assert.True(DeskFolders.TryOpen(Settings(temp.File("b"), candles), out var second, out _));
        second!.Dispose();
    }

    [Fact]
    public void The_folder_is_free_after_the_first_desk_has_ended()
    {
        using var temp = new TempFolder();
        DeskFolders.TryOpen(Settings(temp.Path), out var first, out _);

        first!.Dispose();
        var opened = DeskFolders.TryOpen(Settings(temp.Path), out var second, out _);

        Assert.True(opened);
        second!.Dispose();
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_told_in_a_sentence()
    {
        using var temp = new TempFolder();
        File.WriteAllText(temp.File("file"), "");

        var opened = DeskFolders.TryOpen(Settings(temp.File("file", "data")), out _, out var refusal);

        Assert.False(opened);
        Assert.StartsWith($"The folder {temp.File("file", "data")} cannot be written: ", refusal, StringComparison.Ordinal);
    }

    private static DeskSettings Settings(string data, string candles = "")
    {
        string[] arguments = ["--TRADINGDESK_DATA", data, "--SQLITE_PATH", candles];
        Assert.True(DeskSettings.TryRead(new SettingSources { Arguments = arguments }, out var settings, out _));
        return settings!;
    }
}
