using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Tests.Engine.Storage.Sqlite;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Hosting;

/// <summary>A store that cannot be read refuses the start in a sentence.</summary>
public sealed class StartHistoryTests
{
    [Fact]
    public void A_store_that_cannot_be_read_is_refused_in_a_sentence()
    {
        using var fixture = new StoreFixture();
        using var reader = new CandleReader(fixture.Store);
        var history = new StartHistory(TestPlans.File(TradingCalendar.AlwaysOpen, 1), fixture.Store, reader);
        using (var link = fixture.Store.OpenWriter()) link.Execute("DROP TABLE candles_tf");

        var refused = Assert.Throws<DeskRefusedException>(() => history.StoredThrough());

        Assert.StartsWith($"The candle store {fixture.Path} cannot be read: ", refused.Message, StringComparison.Ordinal);
    }
}
