using System.Globalization;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Portfolio.Charges;

namespace TradingDesk.Cli.Charges;

/// <summary>A calculation as a program reads it: rupees with two places, and every part with its base and rate.</summary>
internal static class ChargesJson
{
    public static object Of(ChargeBill bill) => new
    {
        Date = bill.Case.Schedule.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Exchange = CalendarWords.Of(bill.Case.Schedule.Exchange),
        Segment = RateWords.Of(bill.Case.Schedule.Segment),
        Product = RateWords.Of(bill.Case.Product),
        bill.Case.Schedule.Broker,
        Brokerage = Rupees(bill.Lines.Brokerage.Rupees),
        Stt = Rupees(bill.Lines.Stt.Rupees),
        Transaction = Rupees(bill.Lines.Transaction.Rupees),
        Ipft = Rupees(bill.Lines.Ipft.Rupees),
        Sebi = Rupees(bill.Lines.Sebi.Rupees),
        Stamp = Rupees(bill.Lines.Stamp.Rupees),
        Gst = Rupees(bill.Lines.Gst.Rupees),
        Dp = Rupees(bill.Lines.Dp.Rupees),
        Total = Rupees(bill.Lines.Total.Rupees),
        Gross = Rupees(bill.Gross?.Rupees),
        Net = Rupees(bill.Net?.Rupees),
        BreakEven = Rupees(bill.BreakEven),
        Notes = bill.Notes.Select(note => new { Total = Rupees(note.Lines.Total.Rupees), Parts = note.Parts().Select(Of) }),
        Unconfirmed = bill.Notes.SelectMany(note => note.Parts()).SelectMany(ChargeWords.Doubts).Distinct(),
    };

    private static object Of(ChargePart part) => new
    {
        Line = ChargeWords.Of(part.Line),
        IsDelivery = part.IsDelivered,
        Base = Rupees(part.Base.Rupees),
        part.Count,
        Rates = part.Rates.Select(rate => new
        {
            Line = RateWords.Of(rate.Kind),
            rate.Rate,
            Unit = RateWords.Of(rate.Unit),
            Certainty = CalendarWords.Of(rate.Certainty),
            rate.Source,
            rate.Remark,
        }),
        Unrounded = part.Exact,
        part.IsConfirmed,
    };

    /// <summary>Adding a figure with two places makes the number print two, never fewer.</summary>
    private static decimal? Rupees(decimal? rupees) => rupees is { } some ? decimal.Round(some, 2) + 0.00m : null;
}
