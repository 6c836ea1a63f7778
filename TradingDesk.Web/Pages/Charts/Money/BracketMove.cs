using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Pages.Desk;
using TradingDesk.Web.Pages.Orders;
using TradingDesk.Web.Pages.Ticket;

namespace TradingDesk.Web.Pages.Charts.Money;

/// <summary>The stop or the target that the desk holds for what an intent has filled, moved by a person on a chart.</summary>
public sealed record BracketMove(BracketView Bracket, BracketPart Part)
    : LineMove(Part == BracketPart.Stop ? Bracket.Stop : Bracket.Target)
{
    public override string Id => $"{(Part == BracketPart.Stop ? "stop" : "target")} {IndianNumbers.Whole(Bracket.Intent)}";

    public override string Word => Part == BracketPart.Stop ? "Stop" : "Target";

    public override string Subject => $"The {Name}";

    public override string Wish => $"Move the {Name}";

    public override string Note => Trails
        ? "Held by this desk. It trails from then on by its distance to the last price at that moment."
        : "Held by this desk: no exchange knows of it.";

    private string Name => $"{Word.ToLowerInvariant()} of order {IndianNumbers.Whole(Bracket.Intent)}";

    private bool Trails => Part == BracketPart.Stop && Bracket.Trail != default;

    /// <summary>The prices that it waits for.</summary>
    public static IEnumerable<BracketMove> Of(BracketView bracket)
    {
        if (bracket.Stop != default) yield return new BracketMove(bracket, BracketPart.Stop);
        if (bracket.Target != default) yield return new BracketMove(bracket, BracketPart.Target);
    }

    public override string TitleFor(InstrumentLabel instrument) =>
        $"Move the {Name} · {(Bracket.Side == Side.Buy ? "long" : "short")} {Tradable.Units(Bracket.Units.Units, instrument)} "
        + $"{Labels.ShortName(instrument)} {OrderWords.Of(Bracket.Product)}";

    public override string WordsFor(InstrumentLabel instrument) =>
        $"{Word} of order {IndianNumbers.Whole(Bracket.Intent)} at {Labels.Price(From, instrument)}";

    public override string ButtonFor(string mode) => $"Move the {mode} {Word.ToLowerInvariant()}";

    /// <summary>A trailing stop may follow the price while being asked; any other must stand where it was.</summary>
    public override LineMove? SeenIn(AccountView? account)
    {
        var now = account?.Brackets.FirstOrDefault(bracket => bracket.Intent == Bracket.Intent);
        return now is { CanMove: true }
            ? Of(now).FirstOrDefault(move => move.Id == Id && (move.From == From || (Trails && move.Trails)))
            : null;
    }

    public override DeskCommand CommandFor(Price price) => new MoveBracket(Bracket.Intent, Part, price);
}
