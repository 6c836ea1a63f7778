using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Live;

namespace TradingDesk.Web.Pages.Ticket;

/// <summary>
/// One ticket from the first letter to the desk's answer. Its key is made with it and goes with every attempt, so that however often it is
/// pressed it becomes one intent; only an answer brings another key.
/// </summary>
public sealed class TicketDesk(TradingHand hand, TimeProvider time)
{
    // Whoever presses twice by accident does so within this: the second press does not confirm what the first asked for.
    private static readonly TimeSpan _unread = TimeSpan.FromMilliseconds(300);

    private long _confirmingSince;

    public TicketDraft? Draft { get; private set; }

    public string Key { get; private set; } = TradingHand.NewKey();

    public TicketStage Stage { get; private set; }

    /// <summary>The account it is or was given for, once it is confirmed.</summary>
    public string Account { get; private set; } = "";

    /// <summary>The desk's last answer to this ticket, null while there is none.</summary>
    public CommandReceipt? Receipt { get; private set; }

    /// <summary>Its terms as they were confirmed: every attempt gives these.</summary>
    public PlaceOrder? Order { get; private set; }

    public bool CanWrite => Draft is not null && Stage is TicketStage.Writing;

    /// <summary>A new ticket; while one is under way or unanswered, nothing happens.</summary>
    public void Open(InstrumentLabel instrument, Side? side = null)
    {
        if (Stage is TicketStage.Sending or TicketStage.Unconfirmed) return;
        if (Stage == TicketStage.Recorded) Key = TradingHand.NewKey();
        var before = Draft;
        Draft = TicketDraft.For(instrument, side ?? before?.Side ?? Side.Buy);
        if (before is not null && Tradable.Products(instrument).Contains(before.Product)) Draft = Draft with { Product = before.Product };
        Back();
        Receipt = null;
    }

    public void Write(TicketDraft draft)
    {
        if (!CanWrite) return;
        Draft = draft;
        Receipt = null;
    }

    /// <summary>From the confirmation back to writing.</summary>
    public void Back()
    {
        if (Stage is TicketStage.Sending or TicketStage.Unconfirmed) return;
        (Stage, Order) = (TicketStage.Writing, null);
    }

    public void Restore(KeptTicket kept, InstrumentLabel instrument)
    {
        Draft = kept.ToDraft(instrument);
        (Key, Account) = (kept.Key, kept.Account);
        (Stage, Order, Receipt) = (TicketStage.Writing, null, null);
        if (!kept.IsGiven || Draft.Read().Order is not { } order) return;
        (Stage, Order) = (TicketStage.Unconfirmed, order);
    }

    /// <summary>Restates the ticket for that account; false while it cannot be read.</summary>
    public bool Ask(string account)
    {
        if (!CanWrite || Draft!.Read().Order is not { } order) return false;
        (Stage, Order, Account, _confirmingSince) = (TicketStage.Confirming, order, account, time.GetTimestamp());
        return true;
    }

    /// <summary>Whether a press now would give it.</summary>
    public bool CanGive => Stage == TicketStage.Unconfirmed
        || (Stage == TicketStage.Confirming && time.GetElapsedTime(_confirmingSince) >= _unread);

    /// <summary>Gives it, once: a press while it is under way does nothing. What is to be kept over a reload is kept before.</summary>
    public async Task GiveAsync(Func<Task> keep)
    {
        if (!CanGive) return;
        var wasGiven = Stage == TicketStage.Unconfirmed;
        Stage = TicketStage.Sending;
        await keep();
        Receipt = await hand.GiveAsync(Account, Key, Order!);
        Stage = Receipt switch
        {
            { Accepted: true } => TicketStage.Recorded,
            { Code: "unconfirmed" } => TicketStage.Unconfirmed,
            { Code: "busy" or "late" } => wasGiven ? TicketStage.Unconfirmed : TicketStage.Writing,
            _ => TicketStage.Writing,
        };
        // A refusal is the answer to this key; what is written next is another wish.
        if (Stage == TicketStage.Writing && Receipt.Code is not ("busy" or "late")) Key = TradingHand.NewKey();
    }

    /// <summary>Puts an unanswered ticket aside: whoever does has looked at the orders.</summary>
    public void PutAside()
    {
        if (Stage != TicketStage.Unconfirmed) return;
        (Stage, Order, Receipt, Key) = (TicketStage.Writing, null, null, TradingHand.NewKey());
    }
}
