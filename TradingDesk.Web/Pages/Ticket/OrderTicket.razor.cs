using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Controls;
using TradingDesk.Web.Components.Fields;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Live;
using TradingDesk.Web.Pages.Desk;
using TradingDesk.Web.Pages.Orders;

namespace TradingDesk.Web.Pages.Ticket;

/// <summary>
/// The order ticket: what is typed, what it would cost and be refused for, and what became of it. It gives an order only on a second
/// press, and never by itself.
/// </summary>
public sealed partial class OrderTicket(TradingHand hand, ChosenAccount account, IJSRuntime js, TimeProvider time)
{
    private const string KeptUnder = "desk.ticket";

    private readonly TicketDesk _ticket = new(hand, time);
    private readonly HashSet<string> _touched = [];
    private NumberField? _quantity;
    private TicketSlice? _seen;
    private OrderReview? _review;
    private bool _isJudged;
    private bool _hasBracket;
    private bool _isRestored;

    /// <summary>The instrument that the desk shows; a ticket under way keeps its own.</summary>
    [Parameter, EditorRequired] public InstrumentLabel Instrument { get; set; } = null!;

    /// <summary>On a small screen the ticket is a sheet that opens.</summary>
    [Parameter] public bool IsOpen { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    /// <summary>An index's future, or the instrument of a ticket that the tab had kept.</summary>
    [Parameter] public EventCallback<InstrumentId> OnInstrumentWanted { get; set; }

    private ChosenAccount Account => account;

    private TicketDraft? Draft => Tradable.IsIndex(Instrument) && _ticket.CanWrite ? null : _ticket.Draft;

    private bool IsWriting => _ticket.CanWrite;

    /// <summary>The same button throughout, so that whoever has the focus on it keeps it.</summary>
    private string ButtonText => _ticket.Stage switch
    {
        TicketStage.Confirming => $"Confirm {Draft!.Side.ToString().ToLowerInvariant()}",
        TicketStage.Sending => "Sending ...",
        _ => $"{Draft!.Side} {Tradable.Units(Draft.Units ?? 0, Draft.Instrument)}",
    };

    private string SideClass => _ticket.Draft!.Side == Side.Buy ? "side-buy" : "side-sell";

    protected override TicketSlice? ReadSlice()
    {
        var snapshot = Desk.Current;
        var id = (_ticket.Draft?.Instrument ?? Instrument).Id;
        var quote = id.Index < snapshot.Quotes.All.Count ? snapshot.Quotes.All[id.Index] : null;
        var chosen = account.In(snapshot);
        var seen = _seen;
        if (seen is not null && ReferenceEquals(seen.Account, chosen) && ReferenceEquals(seen.Quote, quote)) return seen;
        return _seen = new TicketSlice(chosen, quote);
    }

    protected override void OnParametersSet()
    {
        var wantsOther = _ticket.Draft?.Instrument.Id != Instrument.Id && !Tradable.IsIndex(Instrument);
        if (wantsOther && _ticket.Stage is TicketStage.Writing or TicketStage.Confirming or TicketStage.Recorded) Renew(Instrument);
        base.OnParametersSet();
        Review();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        var kept = KeptTicket.Parse(await js.TryRecallInTabAsync(KeptUnder));
        _isRestored = true;
        if (kept is null) return;
        var instrument = Desk.Current.Quotes.All.FirstOrDefault(quote => quote.Instrument.Key == kept.Instrument)?.Instrument;
        if (instrument is null) return;
        _ticket.Restore(kept, instrument);
        _hasBracket = (kept.Stop + kept.Target + kept.Trail).Length > 0;
        Review();
        if (instrument.Id != Instrument.Id) await OnInstrumentWanted.InvokeAsync(instrument.Id);
        StateHasChanged();
    }

    protected override Task SliceChangedAsync()
    {
        Review();
        return base.SliceChangedAsync();
    }

    /// <summary>Begins a ticket of that side for the shown instrument, with the quantity ready to be typed over.</summary>
    public Task BeginAsync(Side side) => TakeSideAsync(side);

    /// <summary>A price that was clicked in the book: a market order becomes a limit order at it.</summary>
    public async Task TakePriceAsync(Price price)
    {
        if (Draft is not { } draft) return;
        if (_ticket.Stage == TicketStage.Recorded) Renew(Instrument);
        if (!_ticket.CanWrite) return;
        draft = _ticket.Draft!;
        var text = draft.PriceRule("").Write(price.Rupees);
        await WriteAsync(draft.Type switch
        {
            OrderType.Market => draft with { Type = OrderType.Limit, Price = text },
            OrderType.StopMarket => draft with { Trigger = text },
            _ => draft with { Price = text },
        });
        StateHasChanged();
    }

    private string Pressed(Side side) => Draft!.Side == side ? "true" : "false";

    private Segment<Product>[] Products =>
    [
        .. new[] { Product.Mis, Product.Nrml, Product.Cnc }.Select(product => new Segment<Product>(
            product, OrderWords.Of(product), IsDisabled: !IsWriting || !Tradable.Products(Draft!.Instrument).Contains(product))),
    ];

    private Segment<OrderType>[] Types =>
    [
        .. Enum.GetValues<OrderType>().Select(type => new Segment<OrderType>(type, OrderWords.Of(type), IsDisabled: !IsWriting)),
    ];

    private string LastPrice => Labels.Price(Slice?.Quote?.Last, Draft!.Instrument);

    private string QuantityHint => !Draft!.IsInLots ? "1 share each"
        : $"1 lot = {IndianNumbers.Whole(Draft.Instrument.Lot)} · {IndianNumbers.Whole(Draft.Units)} in all";

    /// <summary>A typed text is judged from its first letter on, an empty one when the order was pressed.</summary>
    private string? ProblemOf(string field)
    {
        var isJudged = _isJudged || _touched.Contains(field);
        var typed = isJudged ? Draft!.Read().Problems.FirstOrDefault(problem => problem.Field == field) : null;
        return (typed ?? _review?.Problems.FirstOrDefault(problem => problem.Field == field))?.Sentence;
    }

    /// <summary>What stands against the order and belongs to no field that shows it.</summary>
    private IReadOnlyList<OrderProblem> Standing =>
        [.. (_review?.Problems ?? []).Where(problem => problem.Field is not ("product" or "type" or "quantity" or "price" or "trigger"
            or "validity" or "stop" or "target" or "trail"))];

    /// <summary>The same order was given a moment ago, perhaps without intent to give another.</summary>
    private bool IsTwin => Slice?.Account is { } chosen && _ticket.Order is { } order && chosen.Orders.Any(given =>
        given.Instrument == Draft!.Instrument.Id && given.Side == order.Side && given.Quantity == order.Quantity
        && Desk.Current.Market.MarketTime - given.At < 10 * Instant.NanosPerSecond * Math.Max(1, Desk.Current.Market.Speed));

    private void Review()
    {
        var order = _ticket.Order ?? Draft?.Read().Order;
        _review = order is null || account.In(Desk.Current) is not { } chosen ? null : Desk.ReviewOrder(chosen.Id, order);
    }

    private Task TypeAsync(string field, TicketDraft draft)
    {
        _touched.Add(field);
        return WriteAsync(draft);
    }

    private Task WriteAsync(TicketDraft draft)
    {
        _ticket.Write(draft);
        Review();
        return KeepAsync();
    }

    private async Task TakeSideAsync(Side side)
    {
        if (Tradable.IsIndex(Instrument)) return;
        if (_ticket.Stage == TicketStage.Recorded) Renew(Instrument);
        if (_ticket.Stage == TicketStage.Confirming) _ticket.Back();
        if (_ticket.CanWrite) await WriteAsync(_ticket.Draft! with { Side = side });
        StateHasChanged();
        if (_quantity is not null) await _quantity.TakeFocusAsync();
    }

    /// <summary>The order button, Enter in any field, and the confirmation's button.</summary>
    private async Task PressAsync()
    {
        if (_ticket.Stage == TicketStage.Writing) Ask();
        else if (_ticket.CanGive)
        {
            var given = _ticket.GiveAsync(() => KeepAsync());
            StateHasChanged();
            await given;
            await KeepAsync();
            Review();
        }
    }

    private void Ask()
    {
        _isJudged = true;
        Review();
        if (Slice?.Account is not { } chosen || !account.IsKnown) return;
        if (_review is null || _review.Problems.Any(problem => problem.Field.Length > 0)) return;
        _ticket.Ask(chosen.Name);
    }

    private void Back() => _ticket.Back();

    private Task PutAsideAsync()
    {
        _ticket.PutAside();
        return KeepAsync();
    }

    private Task RenewAsync()
    {
        Renew(Tradable.IsIndex(Instrument) ? _ticket.Draft!.Instrument : Instrument);
        return KeepAsync();
    }

    private void Renew(InstrumentLabel instrument)
    {
        _ticket.Open(instrument);
        _touched.Clear();
        _isJudged = false;
        Review();
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        if (key.Key != "Escape") return;
        if (_ticket.Stage == TicketStage.Confirming) _ticket.Back();
        else await OnClose.InvokeAsync();
    }

    private Task KeepAsync()
    {
        // What the tab kept before is read first, or it would be written over.
        if (!_isRestored || _ticket.Draft is not { } draft) return Task.CompletedTask;
        var isOver = _ticket.Stage == TicketStage.Recorded;
        var isGiven = _ticket.Stage is TicketStage.Sending or TicketStage.Unconfirmed;
        var text = isOver ? "" : KeptTicket.Of(draft, _ticket.Key, _ticket.Account, isGiven).ToText();
        return js.TryKeepInTabAsync(KeptUnder, text);
    }
}
