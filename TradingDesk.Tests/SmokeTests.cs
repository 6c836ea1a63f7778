namespace TradingDesk.Tests;

public sealed class SmokeTests
{
    [Xunit.Fact]
    public void The_runner_runs() => Xunit.Assert.Equal(2, 1 + 1);
}
