using TradingDesk.Engine.Market.Sessions;

namespace TradingDesk.Tests.Engine.Market.Sessions;

public sealed class DayPhasesTests
{
    [Theory]
    [InlineData("open 09:15-15:30", "Open 33300-55800")]
    [InlineData("open 00:00-24:00", "Open 0-86400")]
    [InlineData("open 23:59:59-24:00:00", "Open 86399-86400")]
    [InlineData("open 09:15:59-15:28:30", "Open 33359-55710")]
    [InlineData("open 09:59 - 10:00", "Open 35940-36000")]
    [InlineData("pre-open 09:00-09:08; open 09:08-15:30", "PreOpen 32400-32880 Open 32880-55800")]
    [InlineData("open 09:15-10:00;open 11:30-12:30", "Open 33300-36000 Open 41400-45000")]
    public void Phases_are_read_in_seconds_of_the_day(string text, string expected)
    {
        var phases = DayPhases.Read(text);

        Assert.NotNull(phases);
        Assert.Equal(expected, string.Join(' ', phases.Select(phase => $"{phase.Kind} {phase.FromSecond}-{phase.ToSecond}")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("open")]
    [InlineData("open 09:15")]
    [InlineData("open 09:15-15:30-16:00")]
    [InlineData("open 9:15-15:30")]
    [InlineData("open 09:15-9:30")]
    [InlineData("open 09-15:30")]
    [InlineData("open 09:15:00:00-15:30")]
    [InlineData("open 09:+5-15:30")]
    [InlineData("open 09:60-15:30")]
    [InlineData("open 09:15:60-15:30")]
    [InlineData("open 09:15-24:01")]
    [InlineData("open 09:15-24:00:01")]
    [InlineData("open 09:15-25:00")]
    [InlineData("open 15:30-09:15")]
    [InlineData("open 09:15-09:15")]
    [InlineData("closed 09:15-15:30")]
    [InlineData("Open 09:15-15:30")]
    [InlineData("pre-open 09:00-09:08")]
    [InlineData("open 09:15-15:30; post-close 15:29-16:00")]
    [InlineData("open 09:15-10:00; open 10:00-11:00; open 11:00-12:00")]
    [InlineData("open 09:15-15:30;")]
    [InlineData("pre-open 09:00-09:08; nonsense; open 09:15-15:30")]
    public void What_no_day_can_have_is_not_read(string text)
    {
        var phases = DayPhases.Read(text);

        Assert.Null(phases);
    }
}
