using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Engine.Orders;

/// <summary>The name an attempt carries to a venue.</summary>
public sealed class OrderTagTests
{
    private static readonly TagKey _key = new(37, 0x1234_5678_9ABC_DEF0);

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2_147_483_647, 1_023, 31)]
    [InlineData(40_000, 20, 2)]
    public void A_tag_is_fifteen_plain_characters_and_says_whose_it_is(int intent, int slice, int attempt)
    {
        var tag = OrderTag.Of(_key, new OrderId(intent, slice), attempt);

        var text = tag.ToString();

        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{15}$", text);
        Assert.True(OrderTag.TryParse(text, out var again));
        Assert.Equal(tag, again);
        Assert.True(again.TryRead(_key, out var order, out var which));
        Assert.Equal((new OrderId(intent, slice), attempt), (order, which));
    }

    [Fact]
    public void Tags_of_many_orders_differ()
    {
        var tags = from intent in Enumerable.Range(1, 50_000)
                   from slice in Enumerable.Range(1, 2)
                   select OrderTag.Of(_key, new OrderId(intent, slice), 1);

        Assert.Equal(100_000, tags.Distinct().Count());
    }

    [Fact]
    public void Another_desks_tag_and_a_changed_one_are_foreign()
    {
        var tag = OrderTag.Of(_key, new OrderId(12, 1), 1);

        Assert.False(tag.TryRead(_key with { Install = 38 }, out _, out _));
        Assert.False(tag.TryRead(_key with { Key = 1 }, out _, out _));
        Assert.False((tag with { Low = tag.Low ^ (1UL << 30) }).TryRead(_key, out _, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("string")]
    [InlineData("0000000000000000")]
    [InlineData("00000000000000U")]
    [InlineData("00000000000000a")]
    public void What_is_no_tag_is_told(string text) => Assert.False(OrderTag.TryParse(text, out _));
}
