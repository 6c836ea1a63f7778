using TradingDesk.Cli.Files;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Cli;

/// <summary>Files that appear together or not at all.</summary>
public sealed class UnfinishedFolderTests
{
    [Fact]
    public void A_run_that_does_not_finish_leaves_no_folder_behind()
    {
        using var folder = new TempFolder();

        using (var unfinished = new UnfinishedFolder(folder.File("out"))) File.WriteAllText(Path.Combine(unfinished.Path, "a.csv"), "half");

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_folder_that_was_there_stays_as_it_was()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("a.csv"), "before");

        using (var unfinished = new UnfinishedFolder(folder.Path)) File.WriteAllText(Path.Combine(unfinished.Path, "a.csv"), "half");

        Assert.Equal([folder.File("a.csv")], Directory.EnumerateFileSystemEntries(folder.Path));
        Assert.Equal("before", File.ReadAllText(folder.File("a.csv")));
    }
}
