using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;

namespace TradingDesk.Web.Pages.Ticket;

/// <summary>What a ticket looks at: the account it would be given for and its instrument's price.</summary>
public sealed record TicketSlice(AccountView? Account, Quote? Quote);
