using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Portfolio.Charges;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Hosting.Trading;

/// <summary>What the trades of an intent cost, by the code and the dated rates that the account's book uses.</summary>
internal static class OrderCosts
{
    private const string Own = "On its own note. The day's note takes all its trades together and rounds each line once, STT and stamp "
        + "duty to the rupee: the sum of orders may be a little more or less.";

    private const string Delivery = " Shares sold on the day they were bought are charged there as intraday.";

    /// <summary>Null while nothing was traded.</summary>
    public static OrderCost? Of(IReadOnlyList<DeskFact> facts, Instrument instrument)
    {
        var trades = facts.Where(IsTrade).ToArray();
        if (trades.Length == 0) return null;
        if (ChargeSegments.Of(instrument) is not { } segment) return Unknown("The charges of this segment are not known.");
        var notes = new List<ChargeNote>();
        var product = facts.Where(fact => fact.Kind == FactKind.IntentAccepted).Select(fact => fact.Intent.Whole.Product).FirstOrDefault();
        foreach (var day in trades.GroupBy(trade => trade.At.IndiaDate))
        {
            if (ChargeRates.BuiltIn.On(day.Key, instrument.Hours.Exchange, segment) is not { } schedule)
                return Unknown(ChargeRates.BuiltIn.Refusal(day.Key, instrument.Hours.Exchange, segment));
            notes.Add(NoteOf(day, schedule, instrument, product));
        }

        return new OrderCost(LinesOf(notes), TotalOf(notes), product == Product.Cnc ? Own + Delivery : Own);
    }

    private static bool IsTrade(DeskFact fact) =>
        fact.Kind == FactKind.OrderMoved && fact.Order.Kind == OrderEventKind.Traded && fact.Order.Verdict != OrderVerdict.Conflict;

    private static OrderCost Unknown(string why) => new([], default, why);

    private static ChargeNote NoteOf(IEnumerable<DeskFact> trades, ChargeSchedule schedule, Instrument instrument, Product product)
    {
        var note = new ChargeNote(schedule);
        foreach (var trade in trades.Select(fact => fact.Order))
            note.Add(trade.Order, instrument.Id, trade.Side, product, trade.Quantity, trade.Price);
        return note;
    }

    private static Money TotalOf(List<ChargeNote> notes)
    {
        var total = default(Money);
        foreach (var note in notes) total += note.Lines.Total;
        return total;
    }

    /// <summary>In the order of a contract note; DP and the investors' fund only where they are charged.</summary>
    private static List<CostLine> LinesOf(List<ChargeNote> notes)
    {
        var lines = new List<CostLine>();
        var parts = notes.SelectMany(note => note.Parts()).ToArray();
        foreach (var line in Enum.GetValues<ChargeLine>())
        {
            var amount = default(Money);
            foreach (var note in notes) amount += note.Lines[line];
            if (amount.Scaled == 0 && line is (ChargeLine.Dp or ChargeLine.Ipft)) continue;
            var own = parts.Where(part => part.Line == line).ToArray();
            var basis = string.Join(" + ", own.Select(ChargeWords.Of));
            lines.Add(new CostLine(ChargeWords.NameOf(line), basis, amount, own.All(part => part.IsConfirmed)));
        }

        return lines;
    }
}
