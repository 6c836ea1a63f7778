using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using TradingDesk.Web.Pages.Ticket;

namespace TradingDesk.Tests.Web.Trading;

/// <summary>What a ticket's choices and texts mean as an order.</summary>
public sealed class TicketDraftTests
{
    private static readonly FakeDeskView _desk = new();

    [Fact]
    public void A_fresh_ticket_is_one_lot_at_the_market()
    {
        var (order, problems) = Draft(FakeDeskView.FutureIndex).Read();

        Assert.Empty(problems);
        Assert.Equal(("1:102", Side.Buy, OrderType.Market, 65L), (order!.Instrument, order.Side, order.Type, order.Quantity.Units));
    }

    [Fact]
    public void Lots_become_units_and_shares_stay_shares()
    {
        var future = (Draft(FakeDeskView.FutureIndex) with { Quantity = "10" }).Read().Order!;
        var share = (Draft(FakeDeskView.RelianceIndex) with { Quantity = "1,00,000" }).Read().Order!;

        Assert.Equal(650, future.Quantity.Units);
        Assert.Equal(100_000, share.Quantity.Units);
    }

    [Fact]
    public void What_does_not_apply_is_not_sent_though_it_was_typed()
    {
        var order = (Draft(FakeDeskView.FutureIndex) with { Price = "100", Trigger = "90" }).Read().Order!;

        Assert.Equal((default, default), (order.Price, order.Trigger));
    }

    [Fact]
    public void Prices_are_exact()
    {
        var draft = Draft(FakeDeskView.FutureIndex) with
        {
            Type = OrderType.StopLimit,
            Price = "25,940.10",
            Trigger = "25950.05",
            Stop = "25900",
            Target = "26000",
            Trail = "5.25",
        };

        var order = draft.Read().Order!;

        Assert.Equal([259_401_000, 259_500_500, 259_000_000, 260_000_000, 52_500],
            [order.Price.Scaled, order.Trigger.Scaled, order.Stop.Scaled, order.Target.Scaled, order.Trail.Scaled]);
    }

    [Theory]
    [InlineData("quantity", "0", "Lots must be at least 1.")]
    [InlineData("quantity", "99999999999", "at most 1,00,00,00,000")]
    [InlineData("price", "0", "Price must be at least 0.05.")]
    [InlineData("price", "", "Price is empty.")]
    [InlineData("price", "100000000.01", "at most 10,00,00,000")]
    [InlineData("trigger", "", "Trigger is empty.")]
    [InlineData("stop", "abc", "Stop: ")]
    public void Every_problem_names_its_field(string field, string text, string sentence)
    {
        var good = Draft(FakeDeskView.FutureIndex) with { Type = OrderType.StopLimit, Price = "100", Trigger = "90" };
        var draft = field switch
        {
            "quantity" => good with { Quantity = text },
            "price" => good with { Price = text },
            "trigger" => good with { Trigger = text },
            _ => good with { Stop = text },
        };

        var (order, problems) = draft.Read();

        Assert.Null(order);
        var problem = Assert.Single(problems);
        Assert.Equal(field, problem.Field);
        Assert.Contains(sentence, problem.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_is_restated_with_lots_and_units()
    {
        var draft = Draft(FakeDeskView.FutureIndex) with { Quantity = "10", Type = OrderType.Limit, Price = "25940.10", Side = Side.Sell };

        var words = draft.InWords();

        Assert.Equal("Sell 650 (10 lots) NIFTY26JANFUT limit ₹25,940.10, NRML", words);
    }

    [Fact]
    public void A_kept_ticket_comes_back_as_it_was()
    {
        var draft = Draft(FakeDeskView.FutureIndex) with { Quantity = "1,0", Type = OrderType.Limit, Price = "“<b>", Side = Side.Sell };

        var kept = KeptTicket.Parse(KeptTicket.Of(draft, "key-1", "PAPER-2", true).ToText());

        Assert.Equal(("key-1", "PAPER-2", true), (kept!.Key, kept.Account, kept.IsGiven));
        Assert.Equal(draft, kept.ToDraft(draft.Instrument));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"Key":"k","Account":"a","IsGiven":false,"Instrument":"1:1","Side":7,"Product":1,"Type":1,"Validity":1}""")]
    [InlineData("""{"Key":"k","Account":"a","IsGiven":false,"Instrument":"1:1","Side":1,"Product":1,"Type":1,"Validity":1,"Price":null}""")]
    public void What_is_no_kept_ticket_is_none(string? text)
    {
        var kept = KeptTicket.Parse(text);

        Assert.Null(kept);
    }

    private static TicketDraft Draft(int instrument) => TicketDraft.For(_desk.Current.Quotes.All[instrument].Instrument);
}
