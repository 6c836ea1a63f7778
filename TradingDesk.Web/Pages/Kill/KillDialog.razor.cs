using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Safety;
using TradingDesk.Engine.Primitives.Safety;
using TradingDesk.Web.Components.Controls;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Web.Pages.Kill;

/// <summary>
/// The kill switch at hand on every page: what it will do, for the desk or one account, and the press that does it. The browser alone
/// opens and closes it, so that a slow line costs no time.
/// </summary>
public sealed partial class KillDialog(TradingHand trading)
{
    private const string NoReason = "no reason given";

    private static readonly Segment<KillReach>[] _reaches =
    [
        new(KillReach.Positions, "Cancel orders, close positions"), new(KillReach.Orders, "Cancel orders only"),
    ];

    private readonly AccountHand _hand = new(trading);
    private KillScene? _scene;
    private string _account = "";
    private string _reason = "";
    private KillReach _reach = KillReach.Positions;

    private IReadOnlyList<(string Name, KillCount Count)> Accounts => Slice?.Accounts ?? [];

    private string Whose => _account.Length == 0 ? "the desk" : _account;

    private IReadOnlyList<string> Effects => (Slice ?? KillScene.Of(Desk.Current)).CountOf(_account).Effects(_reach);

    protected override KillScene? ReadSlice()
    {
        var now = KillScene.Of(Desk.Current);
        return _scene is { } before && before.IsAs(now) ? before : _scene = now;
    }

    private async Task KillAsync()
    {
        var why = _reason.Trim() is { Length: > 0 } reason ? reason : NoReason;
        DeskCommand kill = _account.Length == 0 ? new KillDesk(_reach, why) : new KillAccount(_reach, why);
        await _hand.GiveAsync(_account, kill, $"Kill {Whose}");
    }
}
