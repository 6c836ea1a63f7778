using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;

namespace TradingDesk.Tests.Support;

/// <summary>Calendars simple enough to reckon with in the head.</summary>
internal static class TestCalendars
{
    /// <summary>The hours of the instruments that <see cref="TestPlans"/> makes.</summary>
    public static readonly TradingHours Stocks = new(Exchange.Nse, MarketPart.Stocks);

    private const string Everyone = "index stocks fno-stocks futures options";

    /// <summary>09:15 to 15:30 on every weekday for everyone, without holidays.</summary>
    public static TradingCalendar Weekdays { get; } = Of(
        $"known,2000-01-01,2099-12-31,NSE,{Everyone},,confirmed,test,2026-01-01,,test",
        $"shape,2000-01-01,,NSE,{Everyone},open 09:15-15:30,confirmed,test,2026-01-01,,test",
        $"follows,2000-01-01,,BSE,{Everyone},NSE,confirmed,test,2026-01-01,,test");

    /// <summary>A calendar of these lines of its file.</summary>
    public static TradingCalendar Of(params string[] lines)
    {
        var file = CalendarFile.Parse(string.Join('\n', lines.Prepend(CalendarFile.Header)));
        return file.Problems.Count == 0 ? TradingCalendar.Of(file.Entries) : throw new FormatException(file.Problems[0]);
    }
}
