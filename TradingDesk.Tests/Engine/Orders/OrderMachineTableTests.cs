using System.Text;
using TradingDesk.Engine.Orders;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Orders;

/// <summary>Every state with every event against the table that was read and agreed to; a difference is the review.</summary>
public sealed class OrderMachineTableTests
{
    private static readonly OrderState[] _states = [.. Enum.GetValues<OrderState>().Where(state => state != OrderState.None)];

    [Fact]
    public void Every_state_meets_every_event_as_the_table_says()
    {
        var agreed = Repository.PathOf("TradingDesk.Tests", "Engine", "Orders", "order-machine.txt");

        var made = Table();

        if (Environment.GetEnvironmentVariable("TRADINGDESK_WRITE_TABLE") is { Length: > 0 } to) File.WriteAllText(to, made);
        Assert.Equal(File.ReadAllText(agreed).ReplaceLineEndings("\n"), made);
    }

    [Fact]
    public void Every_state_of_the_table_is_one_that_events_bring_about() =>
        Assert.All(_states, state => Assert.Equal(state, OrdersUnderTest.In(state).State));

    private static string Table()
    {
        var text = new StringBuilder();
        foreach (var state in _states)
        {
            text.Append('\n').Append(state).Append('\n');
            foreach (var (name, happened) in OrdersUnderTest.Events)
            {
                var order = OrdersUnderTest.In(state);
                var verdict = OrdersUnderTest.Apply(order, happened);
                if (verdict == OrderVerdict.Ignored) continue;
                var pending = order.Pending == PendingCommand.None ? "" : $" {order.Pending}";
                text.Append($"  {name,-32} {verdict,-9} {order.State}{pending} {order.Filled}\n");
            }
        }

        return text.ToString();
    }
}
