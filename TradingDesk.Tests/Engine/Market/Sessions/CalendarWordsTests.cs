using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;

namespace TradingDesk.Tests.Engine.Market.Sessions;

public sealed class CalendarWordsTests
{
    [Fact]
    public void Every_value_has_its_word_and_is_read_from_it()
    {
        Assert.Equal("index stocks fno-stocks futures options currency commodities",
            Words<MarketPart>(CalendarWords.Of, word => CalendarWords.TryRead(word, out MarketPart part) ? part : null));
        Assert.Equal("known follows shape square-off closed regular session",
            Words<EntryKind>(CalendarWords.Of, word => CalendarWords.TryRead(word, out EntryKind kind) ? kind : null));
        Assert.Equal("unconfirmed one-source confirmed",
            Words<Certainty>(CalendarWords.Of, word => CalendarWords.TryRead(word, out Certainty certainty) ? certainty : null));
        Assert.Equal("NSE BSE MCX NCDEX",
            Words<Exchange>(CalendarWords.Of, word => CalendarWords.TryRead(word, out Exchange exchange) ? exchange : null));
    }

    [Fact]
    public void Closed_and_pause_are_said_of_a_moment_and_no_phase_of_a_file()
    {
        var words = Enum.GetValues<PhaseKind>().ToDictionary(kind => kind, CalendarWords.Of);

        var unread = words.Where(pair => !CalendarWords.TryRead(pair.Value, out PhaseKind kind) || kind != pair.Key)
            .Select(pair => pair.Value);

        Assert.Equal(
            "closed pre-open matching buffer open reference auction auction-limit post-close pause", string.Join(' ', words.Values));
        Assert.Equal(["closed", "pause"], unread);
    }

    [Fact]
    public void What_may_stand_in_a_column_is_said_in_words()
    {
        Assert.Equal(
            "pre-open, matching, buffer, open, reference, auction, auction-limit, post-close", CalendarWords.Allowed<PhaseKind>());
        Assert.Equal("confirmed, one-source, unconfirmed", CalendarWords.Allowed<Certainty>());
        Assert.Equal("NSE, BSE, MCX, NCDEX", CalendarWords.Allowed<Exchange>());
    }

    [Theory]
    [InlineData(0, "00:00")]
    [InlineData(33_300, "09:15")]
    [InlineData(55_718, "15:28:38")]
    [InlineData(86_400, "24:00")]
    public void A_time_of_the_day_has_seconds_only_where_it_must(int second, string expected)
    {
        var time = CalendarWords.TimeOf(second);

        Assert.Equal(expected, time);
    }

    private static string Words<T>(Func<T, string> of, Func<string, T?> read) where T : struct, Enum
    {
        var words = Enum.GetValues<T>().Select(of).ToList();
        Assert.Equal(Enum.GetValues<T>().Select(value => (T?)value), words.Select(read));
        Assert.Null(read("nonsense"));
        return string.Join(' ', words);
    }
}
