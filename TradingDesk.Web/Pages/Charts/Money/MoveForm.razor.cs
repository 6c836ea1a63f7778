using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Controls;
using TradingDesk.Web.Components.Fields;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Pages.Orders;
using TradingDesk.Web.Pages.Ticket;

namespace TradingDesk.Web.Pages.Charts.Money;

/// <summary>The question whether an order, a stop or a target shall wait at another price; it can still be typed.</summary>
public sealed partial class MoveForm(TimeProvider time) : ComponentBase
{
    // The Enter that asked is not the one that answers.
    private static readonly TimeSpan _deaf = TimeSpan.FromMilliseconds(350);

    private NumberField? _field;
    private DeskButton? _sure;
    private string _typed = "";
    private string? _problem;
    private long _askedAt;

    [Parameter, EditorRequired] public string Id { get; set; } = "";

    [Parameter, EditorRequired] public AccountView Account { get; set; } = null!;

    [Parameter, EditorRequired] public InstrumentLabel Instrument { get; set; } = null!;

    [Parameter, EditorRequired] public AccountHand Hand { get; set; } = null!;

    /// <summary>Where the line was let go.</summary>
    [Parameter] public Price Wanted { get; set; }

    /// <summary>The price that is typed now, so that the line goes there.</summary>
    [Parameter] public EventCallback<Price> OnTyped { get; set; }

    [Parameter] public EventCallback<DeskCommand> OnChange { get; set; }

    [Parameter] public EventCallback OnClose { get; set; }

    [Parameter, EditorRequired] public LineMove Move { get; set; } = null!;

    private NumberRule Rule => new(Move.Word, 4)
    {
        Least = Instrument.Tick.Rupees,
        Most = Price.Max.Rupees,
        Step = Instrument.Tick.Rupees,
        HoldsStep = true,
        Unit = NumberUnit.Rupees,
    };

    private Price? To => Rule.Read(_typed).Value is { } rupees ? Price.FromRupees(rupees) : null;

    private string Distance
    {
        get
        {
            if (To is not { } to) return "";
            var ticks = Math.Abs(to.Scaled - Move.From.Scaled) / Instrument.Tick.Scaled;
            if (to == Move.From) return "as it is";
            return $"{IndianNumbers.Whole(ticks)} {(ticks == 1 ? "tick" : "ticks")} {(to > Move.From ? "higher" : "lower")}";
        }
    }

    protected override void OnInitialized()
    {
        _askedAt = time.GetTimestamp();
        Type(Rule.Write(Wanted.Rupees));
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        if (Wanted == Move.From) await _field!.TakeFocusAsync();
        else await _sure!.TakeFocusAsync();
    }

    private void Type(string text) => (_typed, _problem) = (text, Rule.Read(text).Problem);

    private async Task TypeAsync(string text)
    {
        Type(text);
        if (To is { } price) await OnTyped.InvokeAsync(price);
    }

    private async Task GiveAsync()
    {
        if (time.GetElapsedTime(_askedAt) < _deaf || Hand.IsUnderWay || To is not { } price) return;
        if (price == Move.From) _problem = "Nothing is different yet.";
        else await OnChange.InvokeAsync(Move.CommandFor(price));
    }
}
