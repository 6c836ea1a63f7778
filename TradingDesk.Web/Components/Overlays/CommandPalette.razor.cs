using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Components.Overlays;

/// <summary>
/// Everything the desk can do, found by a few letters. The page's script opens it on Ctrl+K and on `/`; what was typed is the browser's,
/// and Enter takes what stands marked for the letters that had arrived.
/// </summary>
public sealed partial class CommandPalette(IJSRuntime js) : ComponentBase
{
    private const int Page = 8;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    private ElementReference _dialog;
    private IReadOnlyList<PaletteCommand>? _given;
    private PaletteList _list = new([], 0);
    private string _typed = "";
    private string? _activeId;
    private int _round;

    [Parameter, EditorRequired] public string Id { get; set; } = "";

    [Parameter] public string Label { get; set; } = "Commands";

    [Parameter] public string Placeholder { get; set; } = "Symbol, page or command";

    [Parameter, EditorRequired] public IReadOnlyList<PaletteCommand> Commands { get; set; } = [];

    /// <summary>It is the one that the page's keys open.</summary>
    [Parameter] public bool IsOfPage { get; set; } = true;

    [Parameter] public EventCallback<PaletteCommand> OnChosen { get; set; }

    /// <summary>The first one until a person moves.</summary>
    private int ActivePlace => _list.Commands.Count == 0 ? -1 : Math.Max(0, _list.Commands.ToList().FindIndex(one => one.Id == _activeId));

    private PaletteCommand? Active => ActivePlace is var place and >= 0 ? _list.Commands[place] : null;

    private string? ActiveId => ActivePlace is var place and >= 0 ? IdOf(place) : null;

    private string Count => _list.Fitting switch
    {
        0 => $"Nothing fits “{_typed}”.",
        var fitting when fitting > _list.Commands.Count => $"{IndianNumbers.Whole(fitting)} fit, the best {PaletteList.Most} are shown.",
        1 => "1 fits.",
        var fitting => $"{IndianNumbers.Whole(fitting)} fit.",
    };

    public Task OpenAsync() => js.TryInvokeAsync("deskOverlays.show", _patience, _dialog);

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_given, Commands)) return;
        _given = Commands;
        _list = PaletteList.Of(Commands, _typed);
    }

    private void Type(ChangeEventArgs input)
    {
        _typed = (string?)input.Value ?? "";
        _activeId = null;
        _list = PaletteList.Of(Commands, _typed);
    }

    private Task HearKeyAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown": Move(1); break;
            case "ArrowUp": Move(-1); break;
            case "PageDown": Move(Page); break;
            case "PageUp": Move(-Page); break;
            case "Enter" when Active is { } active: return ChooseAsync(active);
        }

        return Task.CompletedTask;
    }

    private void Move(int by)
    {
        var count = _list.Commands.Count;
        if (count == 0) return;
        var at = ActivePlace + by;
        _activeId = _list.Commands[Math.Abs(by) == 1 ? (at + count) % count : Math.Clamp(at, 0, count - 1)].Id;
    }

    /// <summary>It closes before anything is done, so that what opens next finds the focus where it was.</summary>
    private async Task ChooseAsync(PaletteCommand command)
    {
        await js.TryInvokeAsync("deskOverlays.hide", _patience, _dialog);
        await OnChosen.InvokeAsync(command);
    }

    private void BeginAnew()
    {
        (_typed, _activeId) = ("", null);
        _list = PaletteList.Of(Commands, "");
        _round++;
    }

    private string IdOf(int place) => $"{Id}-{place}";
}
