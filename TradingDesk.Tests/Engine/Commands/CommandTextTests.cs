using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Commands.Alerts;
using TradingDesk.Engine.Commands.Safety;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Primitives.Safety;

namespace TradingDesk.Tests.Engine.Commands;

/// <summary>What tape and journal keep of a command is the command.</summary>
public sealed class CommandTextTests
{
    public static TheoryData<DeskCommand> Commands { get; } =
    [
        new PlaceOrder("1:2885", Side.Sell, Product.Nrml, OrderType.StopLimit, new Quantity(75))
        {
            Validity = Validity.Ioc, Price = new Price(15_233_000), Trigger = new Price(15_240_000), Stop = new Price(1),
            Target = new Price(2), Trail = new Price(3),
        },
        new ChangeOrder(new OrderId(12, 3), new Quantity(5), new Price(100), new Price(200)),
        new MoveBracket(12, BracketPart.Target, new Price(15_233_000)),
        new CancelOrder(new OrderId(12, 3)),
        new CancelAll(),
        new ExitPosition("1:2885", Product.Mis),
        new ExitAll(),
        new ResolveOrder(new OrderId(12, 3), ResolvedAs.Absent, 0, "the broker's book, read twice"),
        new ResolveOrder(new OrderId(12, 3), ResolvedAs.Filled, 77, ""),
        new OpenAccount(new Money(1)),
        new MoveCash(new Money(-25_000_500), "second tranche, 50 % of it\nand more"),
        new MoveCash(new Money(1), ""),
        new ResetAccount(new Money(5)),
        new SetLimits(new RunId(3), "day-loss=5000 collar=2.5", "a quieter month, 50 % of it"),
        new SetLimits(RunId.None, "net=none", ""),
        new SetRiskState(new RunId(7), RiskState.Halted, "it went mad"),
        new SetRiskState(RunId.None, RiskState.Active, ""),
        new AddAlert("price of NSE:RELIANCE above 2500 % + more"),
        new RemoveAlert(12),
        new RearmAlert(12),
        new KillDesk(KillReach.Orders, ""),
        new KillAccount(KillReach.Positions, "it loses, 5 %"),
        new RearmDesk(RearmConsent.Confirmed, "calm again"),
        new RearmAccount(RearmConsent.Forced, "calm\nagain"),
        new ArmAccount(30, "the morning"),
    ];

    [Theory, MemberData(nameof(Commands))]
    public void A_command_reads_back_as_itself(DeskCommand command)
    {
        var submitted = new SubmittedCommand(7, "a person", "PAPER-1", "key:1", command);

        var isRead = SubmittedCommand.TryParse(submitted.ToText(), out var read);

        Assert.True(isRead, submitted.ToText());
        Assert.Equal(submitted, read);
    }

    [Theory]
    [InlineData("cash")]
    [InlineData("cash much")]
    [InlineData("cash 1 two words")]
    [InlineData("order 1:2885 Buy Mis Market Day 1 0 0 0 0")]
    [InlineData("order 1:2885 Buy Mis Market Day 1 0 0 0 0 0 0")]
    [InlineData("order 1:2885 Hold Mis Market Day 1 0 0 0 0 0")]
    [InlineData("order 1:2885 7 Mis Market Day 1 0 0 0 0 0")]
    [InlineData("cancel 12.x")]
    [InlineData("alert-remove x")]
    [InlineData("alert-rearm 1 2")]
    [InlineData("kill-desk")]
    [InlineData("kill-desk Everything now")]
    [InlineData("rearm-desk Perhaps why")]
    [InlineData("arm 99999999999 why")]
    [InlineData("")]
    public void Text_that_is_no_command_is_none(string text)
    {
        Assert.False(DeskCommand.TryParse(text, out _));
    }
}
