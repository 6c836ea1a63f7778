using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Commands;

/// <summary>The command that sets which timeframes the desk builds from now on.</summary>
public sealed record ChangeTimeframes(IReadOnlyList<Timeframe> Timeframes) : DeskCommand
{
    internal const string Verb = "timeframes";

    public override string ToText() => $"{Verb} {string.Join(',', Timeframes)}";

    internal static ChangeTimeframes? Parse(string list)
    {
        var timeframes = new List<Timeframe>();
        foreach (var part in list.Split(','))
        {
            if (!Timeframe.TryParse(part, out var timeframe)) return null;
            timeframes.Add(timeframe);
        }

        return new ChangeTimeframes(timeframes);
    }
}
