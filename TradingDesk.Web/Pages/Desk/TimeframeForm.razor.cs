using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Live;

namespace TradingDesk.Web.Pages.Desk;

/// <summary>Asks the desk to build one more timeframe; shows the gate's receipt, then what became of it.</summary>
public sealed partial class TimeframeForm(TradingHand hand)
{
    private string _text = "";
    private (bool Refused, string Sentence) _receipt = (false, $"Allowed: {Timeframe.Allowed}.");
    private long? _number;

    protected override IReadOnlyList<CommandOutcome>? ReadSlice() => Desk.Current.Outcomes;

    private (bool Refused, string Sentence) Answer => Slice!.FirstOrDefault(outcome => outcome.Number == _number) is { } outcome
        ? (!outcome.Obeyed, outcome.Sentence)
        : _receipt;

    private void Submit()
    {
        _number = null;
        _receipt = Ask();
    }

    private (bool Refused, string Sentence) Ask()
    {
        if (!Timeframe.TryParse(_text, out var timeframe))
            return (true, $"New timeframe: “{_text.Trim()}” is not one. Allowed: {Timeframe.Allowed}.");
        // What the desk builds now, not what this page was last drawn with: another page may have added one meanwhile.
        var built = Desk.Current.Layout.Timeframes;
        if (built.Contains(timeframe)) return (true, $"New timeframe: the desk builds {timeframe.Label} already.");
        var receipt = hand.Post(new ChangeTimeframes([.. built, timeframe]));
        if (!receipt.Accepted) return (true, $"{timeframe.Label}: {receipt.Sentence}");
        (_number, _text) = (receipt.Number, "");
        return (false, $"{timeframe.Label}: {receipt.Sentence}");
    }
}
