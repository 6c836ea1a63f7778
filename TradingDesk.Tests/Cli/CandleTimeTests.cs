using TradingDesk.Cli.Candles;

namespace TradingDesk.Tests.Cli;

/// <summary>Times of candles as files write them.</summary>
public sealed class CandleTimeTests
{
    [Theory]
    [InlineData("1767584700", 1767584700_000)]
    [InlineData("2026-01-05T09:15", 1767584700_000)]
    [InlineData("2026-01-05T09:15:00", 1767584700_000)]
    [InlineData("2026-01-05 09:15:00", 1767584700_000)]
    [InlineData("2026-01-05T09:15:00.250", 1767584700_250)]
    [InlineData("2026-01-05T09:15:00+05:30", 1767584700_000)]
    [InlineData("2026-01-05 09:15:00+0530", 1767584700_000)]
    [InlineData("2026-01-05T03:45:00Z", 1767584700_000)]
    [InlineData("2026-01-05T03:45Z", 1767584700_000)]
    [InlineData("2026-01-05T03:45:00.000Z", 1767584700_000)]
    [InlineData("2026-01-04T22:45:00-05:00", 1767584700_000)]
    [InlineData("2026-01-05", 1767551400_000)]
    public void A_time_is_read(string text, long milliseconds)
    {
        Assert.True(CandleTime.TryParse(text, out var time));

        Assert.Equal(milliseconds, time.UnixMilliseconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("46027")]
    [InlineData("46027.3854")]
    [InlineData("1767584700000")]
    [InlineData("99999999999999999999")]
    [InlineData("-5")]
    [InlineData("05-01-2026 09:15")]
    [InlineData("05/01/2026")]
    [InlineData("2026-02-30T09:15")]
    [InlineData("2026-01-05T25:61")]
    [InlineData("1900-01-01")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("=A1")]
    public void What_is_no_time_is_refused(string text)
    {
        Assert.False(CandleTime.TryParse(text, out _));
    }
}
