using System.Globalization;
using TradingDesk.Engine.Hosting.Trading.Words;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.Journal;

namespace TradingDesk.Engine.Hosting.Trading;

/// <summary>What the journal's rows about an intent tell a person, step by step.</summary>
internal static class OrderLives
{
    public static IReadOnlyList<OrderStep> Of(IReadOnlyList<JournalRow> rows)
    {
        var steps = new List<OrderStep>(rows.Count);
        foreach (var fact in rows.Select(row => row.ToFact()))
        {
            var before = steps.Count == 0 ? fact.At : steps[^1].At;
            steps.Add(StepOf(fact, fact.At - before));
        }

        return steps;
    }

    /// <summary>An intent that was refused, as the order it would have been.</summary>
    public static OrderView DeniedOf(in DeskFact fact, InstrumentId instrument)
    {
        var whole = fact.Intent.Whole;
        return new OrderView(new OrderId(fact.Intent.Number, 1), instrument)
        {
            Side = whole.Side,
            Product = whole.Product,
            Type = whole.Type,
            Validity = whole.Validity,
            Quantity = whole.Quantity,
            Filled = default,
            Price = whole.Price,
            Trigger = whole.Trigger,
            Average = default,
            Stage = OrderStage.Denied,
            Sentence = RefusalSentences.Of(fact.Refusal),
            Purpose = OrderViews.PurposeOf(fact.Intent.Role),
            CanCancel = false,
            CanChange = false,
            Tag = "",
            VenueOrder = "",
            At = fact.At,
            ChangedAt = fact.At,
        };
    }

    /// <summary>The price that an accepted or a refused intent was judged by; null where its build kept none.</summary>
    public static JudgedPrice? JudgedOf(in DeskFact fact)
    {
        if (fact.Kind is not (FactKind.IntentAccepted or FactKind.IntentDenied)) return null;
        var (price, age) = (fact.Intent.Judged, fact.Intent.JudgedAgeMilliseconds);
        if (age < 0) return new JudgedPrice(default, default, age, "Judged without a price: its session had none yet.");
        if (price == default) return null;
        var at = fact.At.PlusMilliseconds(-age);
        return new JudgedPrice(price, at, age, Say($"Judged by a price of {RupeeText.Of(price)}, {AgeOf(age)} old."));
    }

    private static string AgeOf(int milliseconds) => milliseconds switch
    {
        < 100 => Say($"{milliseconds} ms"),
        < 60_000 => Say($"{milliseconds / 100 / 10m:0.0} s"),
        _ => Say($"{milliseconds / 60_000} min {milliseconds / 1_000 % 60} s"),
    };

    /// <summary>One fact about an intent or its order, so long after the one before.</summary>
    public static OrderStep StepOf(in DeskFact fact, long nanos) => fact.Kind switch
    {
        FactKind.IntentAccepted => Step(new OrderId(fact.Intent.Number, 1), fact, nanos, "accepted", AcceptedSentence(fact.Intent)),
        FactKind.IntentDenied =>
            Step(new OrderId(fact.Intent.Number, 1), fact, nanos, "denied", RefusalSentences.Of(fact.Refusal)),
        FactKind.StopMoved =>
            Step(fact.Order.Order, fact, nanos, "stop-moved", Say($"The stop follows the price to {RupeeText.Of(fact.Order.Price)}.")),
        FactKind.BracketMoved =>
            Step(new OrderId(fact.Bracket.Intent, 1), fact, nanos, "bracket-moved", BracketSentence(fact.Bracket)),
        _ => Step(fact.Order.Order, fact, nanos, KindOf(fact.Order.Kind), SentenceOf(fact.Order)) with
        {
            Price = fact.Order.Price,
            Quantity = fact.Order.Quantity,
        },
    };

    private static OrderStep Step(OrderId order, in DeskFact fact, long nanos, string kind, string sentence) =>
        new(order, fact.At, nanos, kind, sentence);

    private static string AcceptedSentence(in IntentTerms intent)
    {
        var whole = intent.Whole;
        var order = Say($"{WordOf(whole.Side)} {RupeeText.Of(whole.Quantity)}, {WordOf(whole.Type)}, {WordOf(whole.Product)}");
        var price = whole.HasPrice ? $" at {RupeeText.Of(whole.Price)}" : "";
        var trigger = whole.IsStop ? $", trigger {RupeeText.Of(whole.Trigger)}" : "";
        var cut = intent.Slices > 1 ? Say($", cut into {intent.Slices} orders") : "";
        var purpose = OrderViews.PurposeOf(intent.Role);
        return Say($"Passed every check: {order}{price}{trigger}, {purpose}{cut}{RunOf(intent)}{HeldOf(intent)}.");
    }

    private static string BracketSentence(in BracketEvent held) =>
        $"A person moved what the desk holds: {HeldWords(held.Stop, held.Target, held.Trail)}.";

    /// <summary>What the desk will hold for what it fills; nothing without a bracket.</summary>
    private static string HeldOf(in IntentTerms intent) => intent.Stop == default && intent.Target == default
        ? "" : $"; the desk holds for it: {HeldWords(intent.Stop, intent.Target, intent.Trail)}";

    private static string HeldWords(Price stop, Price target, Price trail)
    {
        var stops = stop == default ? "" : $"the stop is at {RupeeText.Of(stop)}";
        var trails = trail == default ? "" : $" and trails by {RupeeText.Of(trail)}";
        var targets = target == default ? "" : $"the target is at {RupeeText.Of(target)}";
        return $"{stops}{trails}{(stops.Length > 0 && targets.Length > 0 ? ", " : "")}{targets}";
    }

    /// <summary>Whose book it was for, and the signal it acts on; nothing for the hand.</summary>
    private static string RunOf(in IntentTerms intent)
    {
        if (intent.Run.IsNone) return "";
        var signal = intent.Signal == 0 ? "" : Say($" by its signal {intent.Signal}");
        return Say($", for run {intent.Run.Number}{signal}");
    }

    private static string KindOf(OrderEventKind kind) => string.Concat(kind.ToString().Select((letter, place) =>
        char.IsAsciiLetterUpper(letter) ? (place == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()));

    private static string SentenceOf(in OrderEvent what)
    {
        var sentence = what.Kind switch
        {
            OrderEventKind.Claimed => Say($"Claimed to be sent once, as {what.Tag}."),
            OrderEventKind.NotSent => "No byte of it left the desk.",
            OrderEventKind.Acknowledged => Say($"The venue took it and calls it {what.VenueOrder}."),
            OrderEventKind.Refused => Say($"The venue refused it: {RefusalSentences.Of(what.Code)}"),
            OrderEventKind.Ambiguous => "The venue's answer proves nothing.",
            OrderEventKind.Restarted => "The desk started anew and found it so.",
            OrderEventKind.Seen => Say($"{SourceOf(what.Source)} shows it {WordOf(what.Seen)}."),
            OrderEventKind.Traded => Say($"Traded {RupeeText.Of(what.Quantity)} at {RupeeText.Of(what.Price)}: {WhyOf(what.Why)}."),
            OrderEventKind.CancelClaimed => "A cancel is claimed.",
            OrderEventKind.CancelRefused => Say($"The venue refused the cancel: {RefusalSentences.Of(what.Code)}"),
            OrderEventKind.CancelAmbiguous => "Whether the venue took the cancel cannot be told.",
            OrderEventKind.ModifyClaimed => ChangeSentence(what),
            OrderEventKind.Modified => "The venue works it on its new terms.",
            OrderEventKind.ModifyRefused => Say($"The venue refused the change: {RefusalSentences.Of(what.Code)}"),
            OrderEventKind.ModifyAmbiguous => "Whether the venue took the change cannot be told.",
            OrderEventKind.Abandoned => "It will not be sent.",
            OrderEventKind.FoundAbsent => "Every proof says that the venue never had it.",
            OrderEventKind.Triggered => "The last price has reached its trigger: it waits no more.",
            OrderEventKind.Resolved => Say($"A person looked at the venue: it is {WordOf(what.Seen)}."),
            _ => "",
        };
        return what.Verdict switch
        {
            OrderVerdict.Conflict => sentence + " That contradicts what is known: a person must look.",
            OrderVerdict.LateFill => sentence + " It was finished before: booked all the same, somebody must look.",
            OrderVerdict.Reopened => sentence + " It was finished before and works again: somebody must look.",
            _ => Say($"{sentence} Now {WordOf(what.State)}, {RupeeText.Of(what.Filled)} filled."),
        };
    }

    private static string SourceOf(EvidenceSource source) => source switch
    {
        EvidenceSource.Reply => "The venue's reply",
        EvidenceSource.Stream => "The venue's stream",
        EvidenceSource.OrderBook => "The venue's order book",
        EvidenceSource.TradeBook => "The venue's trade book",
        EvidenceSource.Person => "A person",
        _ => "The desk",
    };

    private static string WordOf(OrderState state) => state switch
    {
        OrderState.Partial => "partly filled",
        OrderState.PresumedAbsent => "presumed absent",
        OrderState.Abandoned => "not sent",
        _ => state.ToString().ToLowerInvariant(),
    };

    private static string ChangeSentence(in OrderEvent what)
    {
        var price = what.Price.Scaled == 0 ? "" : $" at {RupeeText.Of(what.Price)}";
        var trigger = what.Trigger.Scaled == 0 ? "" : $", trigger {RupeeText.Of(what.Trigger)}";
        return Say($"A change is claimed: {RupeeText.Of(what.Quantity)}{price}{trigger}.");
    }

    private static string WordOf(Side side) => side == Side.Buy ? "BUY" : "SELL";

    private static string WordOf(Product product) => product.ToString().ToUpperInvariant();

    private static string WordOf(OrderType type) => type switch
    {
        OrderType.StopLimit => "SL",
        OrderType.StopMarket => "SL-M",
        _ => type.ToString().ToUpperInvariant(),
    };

    internal static string WhyOf(FillReason why) => why switch
    {
        FillReason.TookBook => "it took what the book showed",
        FillReason.TradedThrough => "the market traded through its price",
        FillReason.QueueReached => "what stood before it in the queue has traded",
        FillReason.Settled => "settled in cash at expiry",
        _ => "as the venue says",
    };

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
