using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Layout;

/// <summary>What the keyboard can do, in a dialog of its own.</summary>
public sealed partial class KeysHelp : ComponentBase
{
    private static readonly (string Keys, string Meaning)[] _keys =
    [
        ("?", "this list"), ("Ctrl K", "find a symbol or a page"), ("/", "search the watchlist"), ("1 … 7", "your lists"),
        ("↑ ↓ Home End", "move in a list"), ("Alt ↑ ↓, Delete", "reorder your list, take an instrument off it"),
        ("B, S", "buy or sell what is chosen: opens the ticket"), ("Enter", "in the ticket: to the confirmation; again: submits"),
        ("D", "to the depth; Enter takes a price into the ticket"),
        ("X, C", "to the exit of a position, the cancel of an order: of the focused row or the first; Enter presses it"),
        ("Esc", "back, close"), ("G then D O P S R", "desk, orders, positions, strategies, risk"),
        ("G then A I L M H", "accounts, indicators, alerts, market, health"),
        ("G then E B", "settings, about"), ("Shift K twice", "the kill switch"),
    ];

    protected override bool ShouldRender() => false;
}
