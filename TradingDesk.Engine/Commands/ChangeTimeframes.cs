using System.Globalization;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Commands;

/// <summary>The command that sets which timeframes the desk builds from now on.</summary>
public sealed record ChangeTimeframes(IReadOnlyList<Timeframe> Timeframes) : DeskCommand
{
    internal const string Verb = "timeframes";

    /// <summary>In seconds, whatever they are: the desk refuses what does not fit, and the tape must keep that it was asked.</summary>
    public override string ToText() => $"{Verb} {string.Join(',', Timeframes.Select(timeframe => timeframe.Seconds))}";

    internal static ChangeTimeframes? Parse(string list)
    {
        var timeframes = new List<Timeframe>();
        foreach (var part in list.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)) return null;
            timeframes.Add(new Timeframe(seconds));
        }

        return new ChangeTimeframes(timeframes);
    }
}
