using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Components.Fields;

/// <summary>
/// A field whose value is one of many options, found by typing. Enter takes the marked option and nothing else: while a search is under
/// way nothing is marked, so a hurried Enter never takes what was found for other letters.
/// </summary>
public sealed partial class ComboBox<TOption> : ComponentBase, IDisposable
    where TOption : class
{
    private const int Page = 8;

    private ElementReference _input;
    private IReadOnlyList<TOption> _options = [];
    private CancellationTokenSource? _search;
    private TOption? _given;
    private string _text = "";
    private string? _state;
    private int _active = -1;
    private bool _isOpen;

    [Parameter, EditorRequired] public string Id { get; set; } = "";

    [Parameter, EditorRequired] public string Label { get; set; } = "";

    /// <summary>The options for what was typed, best first; an empty text asks for what to begin with.</summary>
    [Parameter, EditorRequired] public Func<string, CancellationToken, Task<IReadOnlyList<TOption>>> Search { get; set; } = null!;

    /// <summary>What stands in the field once an option was chosen.</summary>
    [Parameter, EditorRequired] public Func<TOption, string> Text { get; set; } = null!;

    /// <summary>What stands beside an option in the list.</summary>
    [Parameter] public Func<TOption, string?> Hint { get; set; } = _ => null;

    [Parameter] public TOption? Value { get; set; }

    [Parameter] public EventCallback<TOption?> ValueChanged { get; set; }

    /// <summary>An emptied field is a choice too: of none.</summary>
    [Parameter] public bool AllowsNone { get; set; }

    /// <summary>More options than this are not shown; a person types on.</summary>
    [Parameter] public int Most { get; set; } = 50;

    [Parameter] public string FieldHint { get; set; } = "";

    [Parameter] public string? Problem { get; set; }

    [Parameter] public string Placeholder { get; set; } = "";

    [Parameter] public bool Disabled { get; set; }

    [Parameter] public string Class { get; set; } = "";

    private string ListId => $"{Id}-list";

    private string? ActiveId => _isOpen && _active >= 0 ? IdOf(_active) : null;

    private string Held => _isOpen ? "ArrowUp ArrowDown PageUp PageDown Escape Enter" : "ArrowUp ArrowDown";

    private string? State { get => _state ?? (_options.Count == 0 ? $"Nothing fits “{_text}”." : null); }

    private string Count => _options.Count == 1 ? "1 option." : $"{IndianNumbers.Whole(_options.Count)} options.";

    public Task TakeFocusAsync() => _input.TryFocusAsync();

    public void Dispose() => EndSearch();

    protected override void OnParametersSet()
    {
        if (EqualityComparer<TOption>.Default.Equals(_given, Value)) return;
        _given = Value;
        Restore();
    }

    private string IdOf(int place) => $"{Id}-option-{place}";

    private async Task TypedAsync(string? text)
    {
        _text = text ?? "";
        await SearchAsync(_text);
    }

    private Task OpenAsync() => _isOpen || Disabled ? Task.CompletedTask : SearchAsync("");

    private async Task SearchAsync(string text)
    {
        EndSearch();
        var search = _search = new CancellationTokenSource();
        (_isOpen, _options, _active, _state) = (true, [], -1, "Searching ...");
        try
        {
            var found = await Search(text, search.Token);
            if (search.IsCancellationRequested) return;
            (_options, _active) = ([.. found.Take(Most)], text.Length > 0 && found.Count > 0 ? 0 : -1);
            _state = found.Count > Most ? $"The first {IndianNumbers.Whole(Most)} are shown; type on." : null;
        }
        catch (Exception)
        {
            // Another search may have taken its place, and then how this one ended is nobody's concern.
            if (!search.IsCancellationRequested) _state = "The search failed; type on to try again.";
        }
    }

    private Task HearKeyAsync(KeyboardEventArgs key)
    {
        if (!_isOpen) return key.Key is "ArrowDown" or "ArrowUp" ? OpenAsync() : Task.CompletedTask;
        switch (key.Key)
        {
            case "ArrowDown": Move(1); break;
            case "ArrowUp": Move(-1); break;
            case "PageDown": Move(Page); break;
            case "PageUp": Move(-Page); break;
            case "Escape": Close(); break;
            case "Enter" when _active >= 0: return ChooseAsync(_options[_active]);
        }

        return Task.CompletedTask;
    }

    private void Move(int by)
    {
        if (_options.Count == 0) return;
        if (_active < 0) _active = by > 0 ? 0 : _options.Count - 1;
        else if (Math.Abs(by) == 1) _active = (_active + by + _options.Count) % _options.Count;
        else _active = Math.Clamp(_active + by, 0, _options.Count - 1);
    }

    private async Task ChooseAsync(TOption option)
    {
        Close();
        (_given, _text) = (option, Text(option));
        await ValueChanged.InvokeAsync(option);
    }

    /// <summary>What was typed and not chosen is no value: the field shows again what holds.</summary>
    private async Task LeaveAsync()
    {
        Close();
        if (AllowsNone && _given is not null && string.IsNullOrWhiteSpace(_text))
        {
            _given = null;
            await ValueChanged.InvokeAsync(null);
        }

        Restore();
    }

    private void Restore() => _text = _given is { } value ? Text(value) : "";

    private void Close()
    {
        EndSearch();
        (_isOpen, _options, _active, _state) = (false, [], -1, null);
    }

    private void EndSearch()
    {
        _search?.Cancel();
        _search?.Dispose();
        _search = null;
    }
}
