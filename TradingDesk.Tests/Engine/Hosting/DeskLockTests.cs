using TradingDesk.Engine.Hosting;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Hosting;

/// <summary>Only a desk that holds the file is called another desk.</summary>
public sealed class DeskLockTests
{
    [Fact]
    public void A_folder_that_is_missing_is_not_another_desk()
    {
        using var temp = new TempFolder();

        var held = DeskLock.TryTake(temp.File("none", "desk"), "data folder", out var refusal);

        Assert.Null(held);
        Assert.StartsWith("The data folder cannot be held: ", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_holder_whose_number_cannot_be_read_is_unknown()
    {
        using var temp = new TempFolder();
        Directory.CreateDirectory(temp.File("desk.pid"));
        using var first = DeskLock.TryTake(temp.File("desk"), "data folder", out _);

        var second = DeskLock.TryTake(temp.File("desk"), "data folder", out var refusal);

        Assert.NotNull(first);
        Assert.Null(second);
        Assert.Equal("The data folder is used by another desk (process unknown).", refusal);
    }
}
