using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Commands;

/// <summary>What the journal and the tape keep of a command is read back at the next start, or the desk does not start.</summary>
public sealed class SubmittedCommandTests
{
    public static TheoryData<DeskCommand> WithoutWords =>
    [
        new MoveCash(Money.FromRupees(-5), ""),
        new ResolveOrder(new OrderId(1, 1), ResolvedAs.Working, 0, ""),
    ];

    [Theory]
    [MemberData(nameof(WithoutWords))]
    public void A_text_that_was_left_empty_is_read_back(DeskCommand command)
    {
        var submitted = new SubmittedCommand(7, "web", "PAPER-1", "key", command);

        var isRead = SubmittedCommand.TryParse(submitted.ToText(), out var again);

        Assert.True(isRead);
        Assert.Equal(submitted, again);
    }

    public static TheoryData<string, DeskCommand> Unreadable => new()
    {
        { "PAPER-1\nPAPER-2", new ExitAll() },
        { "PAPER-1", new ExitPosition("1:2885 Cnc", Product.Mis) },
        { "PAPER-1", new PlaceOrder("1:2885", 0, Product.Mis, OrderType.Market, new Quantity(1)) },
        { "PAPER-1", new PlaceOrder("1:2885", Side.Buy, (Product)77, OrderType.Market, new Quantity(1)) },
        { "PAPER-1", new MoveCash(Money.FromRupees(5), "half a sign: \ud800") },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task A_command_that_could_not_be_read_back_never_reaches_the_line(string account, DeskCommand command)
    {
        var posted = 0;
        var gate = OpenGate.To(_ => ++posted > 0);

        var receipt = await gate.SubmitAsync(new Principal("web", 0), account, "key", command, new CancellationToken(canceled: true));

        Assert.Equal((false, "command-not-allowed", 0), (receipt.Accepted, receipt.Code, posted));
    }
}
