using System.Globalization;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Pages.Desk;

/// <summary>How the desk page writes the engine's values.</summary>
internal static class Labels
{
    /// <summary>What a list of an account's says where there is none.</summary>
    public const string NoAccount = "No account to show: none is opened yet, or none is granted to you.";

    private const long HundredthOfRupee = Engine.Primitives.Price.Scale / 100;

    public static string Clock(Instant moment) => moment == default
        ? "--:--:--"
        : moment.ToIndia().ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Date(Instant moment) => moment == default
        ? ""
        : moment.ToIndia().ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);

    public static string Day(DateOnly? date) => date?.ToString("d MMM yyyy", CultureInfo.InvariantCulture) ?? IndianNumbers.Nothing;

    public static string Countdown(long nanos)
    {
        var left = TimeSpan.FromSeconds(Math.Max(0, nanos / Instant.NanosPerSecond));
        return Invariant($"{(int)left.TotalHours:00}:{left.Minutes:00}:{left.Seconds:00}");
    }

    /// <summary>Two places, or four where the instrument moves in quarter paise.</summary>
    public static int Places(InstrumentLabel instrument) => instrument.Tick.Scaled % HundredthOfRupee == 0 ? 2 : 4;

    /// <summary>The short name of a list: NIFTY 26000 CE, NIFTY FUT, and everything else by its symbol.</summary>
    public static string ShortName(InstrumentLabel instrument)
    {
        var underlying = string.Concat(instrument.Symbol.TakeWhile(letter => !char.IsAsciiDigit(letter)));
        if (underlying.Length == 0 || instrument.Expiry is null) return instrument.Symbol;
        if (instrument.Strike is not { } strike) return $"{underlying} FUT";
        var right = instrument.Symbol.EndsWith("PE", StringComparison.Ordinal) ? "PE" : "CE";
        return Invariant($"{underlying} {strike.Rupees:0.##} {right}");
    }

    /// <summary>What tells apart instruments of one short name: the exchange, and the expiry where there is one.</summary>
    public static string Origin(InstrumentLabel instrument) => instrument.Expiry is { } expiry
        ? expiry.ToString("d MMM", CultureInfo.InvariantCulture)
        : instrument.Exchange;

    public static string Price(Price? price, InstrumentLabel instrument) => IndianNumbers.Plain(price?.Rupees, Places(instrument));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
