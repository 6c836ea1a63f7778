using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Web.Pages.Desk;

/// <summary>Asks the desk to build one more timeframe and shows the gate's answer.</summary>
public sealed partial class TimeframeForm(CommandGate gate) : ComponentBase
{
    private const string Principal = "page";

    private string _text = "";
    private string _answer = $"Allowed: {Timeframe.Allowed}.";
    private bool _refused;

    [Parameter, EditorRequired] public IReadOnlyList<Timeframe> Existing { get; set; } = [];

    private void Submit() => (_refused, _answer) = Ask();

    private (bool Refused, string Answer) Ask()
    {
        if (!Timeframe.TryParse(_text, out var timeframe)) return (true, $"New timeframe: “{_text.Trim()}” is not one. Allowed: {Timeframe.Allowed}.");
        if (Existing.Contains(timeframe)) return (true, $"New timeframe: the desk builds {Labels.Of(timeframe)} already.");
        var receipt = gate.Post(Principal, new ChangeTimeframes([.. Existing, timeframe]));
        if (receipt.Accepted) _text = "";
        return (!receipt.Accepted, $"{Labels.Of(timeframe)}: {receipt.Sentence}");
    }
}
