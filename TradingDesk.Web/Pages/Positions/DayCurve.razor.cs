using System.Globalization;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Live;

namespace TradingDesk.Web.Pages.Positions;

/// <summary>The chosen account's day after charges as a line: what this desk saw since its start, and nothing before.</summary>
public sealed partial class DayCurve(ChosenAccount chosen)
{
    private IReadOnlyList<EquityPoint> _of = [];
    private IReadOnlyList<(long Second, decimal Value)> _points = [];

    private decimal Best => _points.Max(point => point.Value);

    private decimal Worst => _points.Min(point => point.Value);

    protected override AccountView? ReadSlice()
    {
        var account = chosen.In(Desk.Current);
        if (account is null || ReferenceEquals(_of, account.Day)) return account;
        _of = account.Day;
        _points = [.. _of.Select(point => (point.At.UnixSeconds, point.Net.Rupees))];
        return account;
    }

    private static string TimeOf(Instant at) => at.ToIndia().ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Rupees(decimal amount) => IndianNumbers.SignedRupees(amount);

    private string LabelOf(AccountView account) =>
        $"{account.Name} net of charges since {TimeOf(account.Day[0].At)}, between {Rupees(Worst)} and {Rupees(Best)}.";
}
