using System.Globalization;
using System.Text;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Portfolio.Charges;

namespace TradingDesk.Cli.Reports;

/// <summary>What stands behind an order's steps, for a person and for machines: its price, its candles, its charges.</summary>
internal static class XrayText
{
    public static string Of(OrderLife life)
    {
        var text = new StringBuilder();
        if (life.Judged is { } judged)
        {
            text.Append("\nprice    ").Append(judged.Sentence);
            if (judged.AgeMilliseconds >= 0) text.Append(CultureInfo.InvariantCulture, $" Made at {judged.At.ToIndia():HH:mm:ss.fff}.");
            text.Append('\n');
        }

        foreach (var candle in life.Candles)
            text.Append(CultureInfo.InvariantCulture, $"{(candle == life.Candles[0] ? "candle" : ""),-9}{Words(candle)}\n");
        if (life.Cost is not { } cost) return text.ToString();
        text.Append("\ncharges\n");
        foreach (var line in cost.Lines)
            AppendLine(text, line.Name, line.Amount.Rupees, line.IsConfirmed ? line.Basis : $"{line.Basis}  [?]");
        if (cost.Lines.Count > 0) AppendLine(text, "total", cost.Total.Rupees, "");
        return text.Append(cost.Remark).Append('\n').ToString();
    }

    /// <summary>For machines; none where there is nothing.</summary>
    public static object? Judged(OrderLife life) =>
        life.Judged is not { AgeMilliseconds: >= 0 } judged ? null : new { Price = judged.Price.Rupees, judged.At, judged.AgeMilliseconds };

    public static IEnumerable<object> Candles(OrderLife life) => life.Candles.Select(moment => new
    {
        Timeframe = moment.Timeframe.Label,
        Start = moment.Candle?.Start,
        Open = moment.Candle?.Open.Rupees,
        High = moment.Candle?.High.Rupees,
        Low = moment.Candle?.Low.Rupees,
        Close = moment.Candle?.Close.Rupees,
        moment.Candle?.Volume,
        moment.Candle?.Quality,
        moment.Sentence,
    });

    public static object? Charges(OrderLife life) => life.Cost is not { } cost ? null : new
    {
        Lines = cost.Lines.Select(line => new { line.Name, Amount = line.Amount.Rupees, line.Basis, line.IsConfirmed }),
        Total = cost.Total.Rupees,
        cost.Remark,
    };

    private static string Words(MomentCandle moment)
    {
        if (moment.Candle is not { } candle) return $"{moment.Timeframe.Label,-3} {moment.Sentence}";
        var flags = moment.Sentence.Length == 0 ? "" : $"; {moment.Sentence}";
        return string.Create(CultureInfo.InvariantCulture,
            $"{moment.Timeframe.Label,-3} {candle.Start.ToIndia():HH:mm:ss}  open {candle.Open}, high {candle.High}, low {candle.Low}, "
            + $"close {candle.Close}, volume {ChargeWords.Units(candle.Volume)}{flags}");
    }

    private static void AppendLine(StringBuilder text, string name, decimal rupees, string remark) =>
        text.Append($"  {name,-12}{ChargeWords.Rupees(rupees),12}   {remark}".TrimEnd()).Append('\n');
}
