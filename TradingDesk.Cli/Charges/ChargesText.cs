using System.Globalization;
using System.Text;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Portfolio.Charges;

namespace TradingDesk.Cli.Charges;

/// <summary>A calculation as a person reads it.</summary>
internal static class ChargesText
{
    private const string Mark = "[?]";

    public static string Of(ChargeBill bill)
    {
        var (text, schedule) = (new StringBuilder(), bill.Case.Schedule);
        text.Append(CultureInfo.InvariantCulture, $"{CalendarWords.Of(schedule.Exchange)} {RateWords.Of(schedule.Segment)}, ");
        text.Append(CultureInfo.InvariantCulture, $"{RateWords.Of(bill.Case.Product)}, {schedule.Date:d MMMM yyyy}, ");
        text.Append(schedule.Broker == ChargeRates.NoBroker ? "no broker" : $"broker {schedule.Broker}").Append(", rupees\n");
        foreach (var note in bill.Notes) AppendNote(text, note, bill.Notes.Count > 1);
        text.Append('\n');
        AppendFigure(text, bill.Notes.Count > 1 ? "charges" : "total", bill.Lines.Total.Rupees, "");
        AppendGain(text, bill);
        var doubts = bill.Notes.SelectMany(note => note.Parts()).SelectMany(ChargeWords.Doubts).Distinct().ToArray();
        if (doubts.Length > 0) text.Append('\n');
        foreach (var doubt in doubts) text.Append(CultureInfo.InvariantCulture, $"{Mark} {doubt}\n");
        return text.ToString();
    }

    private static void AppendNote(StringBuilder text, ChargeNote note, bool isOneOfMany)
    {
        text.Append('\n');
        var parts = note.Parts();
        foreach (var line in Enum.GetValues<ChargeLine>())
        {
            var own = parts.Where(part => part.Line == line).ToArray();
            var mark = own.All(part => part.IsConfirmed) ? "" : $"  {Mark}";
            AppendFigure(text, ChargeWords.Of(line), note.Lines[line].Rupees, string.Join(" + ", own.Select(ChargeWords.Of)) + mark);
        }

        if (isOneOfMany) AppendFigure(text, "note", note.Lines.Total.Rupees, "");
    }

    private static void AppendGain(StringBuilder text, ChargeBill bill)
    {
        if (!bill.IsClosed)
        {
            text.Append($"bought {ChargeWords.Units(bill.BoughtUnits)} and sold {ChargeWords.Units(bill.SoldUnits)}: ");
            text.Append("no gross, net and break-even before both are equal\n");
            return;
        }

        AppendFigure(text, "gross", bill.Gross!.Value.Rupees, "");
        AppendFigure(text, "net", bill.Net!.Value.Rupees, "");
        AppendFigure(text, "break-even", bill.BreakEven!.Value, $"a unit, of {ChargeWords.Units(bill.BoughtUnits)}");
    }

    private static void AppendFigure(StringBuilder text, string name, decimal rupees, string remark) =>
        text.Append($"{name,-12}{ChargeWords.Rupees(rupees),16}   {remark}".TrimEnd()).Append('\n');
}
