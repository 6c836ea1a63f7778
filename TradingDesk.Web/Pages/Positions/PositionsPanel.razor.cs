using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Desk;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Web.Pages.Positions;

/// <summary>What the chosen account holds and what came of it; every sum is the engine's.</summary>
public sealed partial class PositionsPanel(TradingHand trading, ChosenAccount chosen, Confirmations confirmations)
{
    private readonly AccountHand _hand = new(trading);

    protected override AccountView? ReadSlice() => chosen.In(Desk.Current);

    /// <summary>The desk's exit of all leaves shares for delivery where they are.</summary>
    private int LeftByExitAll => Slice?.Positions.Count(position => position.Units != 0 && position.Product != Product.Cnc) ?? 0;

    private string ExitAllQuestion
    {
        get
        {
            if (Slice is null) return "";
            var (left, kept) = (LeftByExitAll, Slice.Positions.Count(position => position.Units != 0) - LeftByExitAll);
            var stay = kept == 0 ? "" : $" {IndianNumbers.Whole(kept)} for delivery (CNC) {(kept == 1 ? "stays" : "stay")}.";
            return $"Leave {IndianNumbers.Whole(left)} {(left == 1 ? "position" : "positions")} of {Slice.Name} at the market?{stay}";
        }
    }

    private string Count => Slice is null ? ""
        : $"{IndianNumbers.Whole(Slice.Positions.Count(position => position.Units != 0))} open, "
            + $"margin {IndianNumbers.Rupees(Slice.Margin.Rupees)} (estimate)";

    private string NoAccount => Desk.Current.IsReady
        ? Labels.NoAccount : "Waiting for the desk to name its accounts.";

    private InstrumentLabel LabelOf(InstrumentId id) => Desk.Current.Quotes.All[id.Index].Instrument;

    private Task ExitAsync(string account, PositionView position)
    {
        var instrument = LabelOf(position.Instrument);
        return _hand.ExitAsync(account, instrument.Key, position.Product, position.Run, Labels.ShortName(instrument));
    }
}
