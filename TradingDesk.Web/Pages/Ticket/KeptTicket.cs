using System.Text.Json;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Web.Pages.Ticket;

/// <summary>
/// A ticket as the tab keeps it over a reload: its key, its account, what was typed, and whether it was given and not answered.
/// </summary>
public sealed record KeptTicket(string Key, string Account, bool IsGiven, string Instrument, Side Side, Product Product, OrderType Type,
    Validity Validity)
{
    public string Quantity { get; init; } = "";

    public string Price { get; init; } = "";

    public string Trigger { get; init; } = "";

    public string Stop { get; init; } = "";

    public string Target { get; init; } = "";

    public string Trail { get; init; } = "";

    public static KeptTicket Of(TicketDraft draft, string key, string account, bool isGiven) =>
        new(key, account, isGiven, draft.Instrument.Key, draft.Side, draft.Product, draft.Type, draft.Validity)
        {
            Quantity = draft.Quantity,
            Price = draft.Price,
            Trigger = draft.Trigger,
            Stop = draft.Stop,
            Target = draft.Target,
            Trail = draft.Trail,
        };

    public string ToText() => JsonSerializer.Serialize(this);

    /// <summary>Null for whatever is no ticket: the tab's storage is the browser's, and anybody may have written there.</summary>
    public static KeptTicket? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        try
        {
            var kept = JsonSerializer.Deserialize<KeptTicket>(text);
            return kept is { Key.Length: > 0, Instrument.Length: > 0, Account: not null } && kept.IsDefined ? kept : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The draft for its instrument.</summary>
    public TicketDraft ToDraft(InstrumentLabel instrument) => new()
    {
        Instrument = instrument,
        Side = Side,
        Product = Product,
        Type = Type,
        Validity = Validity,
        Quantity = Quantity,
        Price = Price,
        Trigger = Trigger,
        Stop = Stop,
        Target = Target,
        Trail = Trail,
    };

    private bool IsDefined => Enum.IsDefined(Side) && Enum.IsDefined(Product) && Enum.IsDefined(Type) && Enum.IsDefined(Validity)
        && Texts.All(text => text is not null);

    private string?[] Texts => [Quantity, Price, Trigger, Stop, Target, Trail];
}
