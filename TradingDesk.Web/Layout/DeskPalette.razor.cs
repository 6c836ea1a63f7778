using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Web.Components.Overlays;
using TradingDesk.Web.Pages.Desk;
using TradingDesk.Web.SignIn;

namespace TradingDesk.Web.Layout;

/// <summary>The palette on every page: pages and instruments, found by a few letters.</summary>
public sealed partial class DeskPalette(NavigationManager navigation, Seat seat)
{
    private IReadOnlyList<PaletteCommand> _commands = [];
    private int _named = -1;

    protected override QuoteBoard? ReadSlice() => Desk.Current.Quotes;

    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        List();
    }

    // It needs only the names, which do not change with every price.
    protected override Task SliceChangedAsync()
    {
        if (_named == Slice!.All.Count) return Task.CompletedTask;
        List();
        return base.SliceChangedAsync();
    }

    private void List()
    {
        if (_named == Slice!.All.Count) return;
        _named = Slice.All.Count;
        var pages = RailPages.For(seat.Sitter?.Person).Select(page =>
            new PaletteCommand($"page-{page.Name}", page.Name, "Pages", $"G {char.ToUpperInvariant(page.Key)}", Words: page.Address));
        _commands = [.. pages, .. Slice.All.Select(quote => CommandOf(quote.Instrument))];
    }

    private static PaletteCommand CommandOf(InstrumentLabel instrument) => new(
        $"show-{instrument.Key}", instrument.Symbol, "Instruments", Hint: Labels.Origin(instrument), Words: instrument.Name);

    private void Do(PaletteCommand command)
    {
        var address = command.Id.StartsWith("show-", StringComparison.Ordinal)
            ? $"?show={Uri.EscapeDataString(command.Id["show-".Length..])}"
            : RailPages.For(seat.Sitter?.Person).First(page => $"page-{page.Name}" == command.Id).Address;
        navigation.NavigateTo(address);
    }
}
