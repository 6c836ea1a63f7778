using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Desk;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Web.Pages.Positions;

/// <summary>What the chosen account holds and what came of it; every sum is the engine's.</summary>
public sealed partial class PositionsPanel(TradingHand trading, ChosenAccount chosen)
{
    private readonly AccountHand _hand = new(trading);

    protected override AccountView? ReadSlice() => chosen.In(Desk.Current);

    private bool HasOpen => Slice?.Positions.Any(position => position.Units != 0) == true;

    private string Count => Slice is null ? ""
        : $"{IndianNumbers.Whole(Slice.Positions.Count(position => position.Units != 0))} open, "
            + $"margin {IndianNumbers.Rupees(Slice.Margin.Rupees)} (estimate)";

    private InstrumentLabel LabelOf(InstrumentId id) => Desk.Current.Quotes.All[id.Index].Instrument;

    private Task ExitAsync(string account, PositionView position)
    {
        var instrument = LabelOf(position.Instrument);
        return _hand.ExitAsync(account, instrument.Key, position.Product, Labels.ShortName(instrument));
    }
}
