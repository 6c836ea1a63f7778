using System.Globalization;

namespace TradingDesk.Engine.Market.Sessions;

/// <summary>The words of the calendar's file and the values they stand for.</summary>
internal static class CalendarWords
{
    private static readonly (string Word, MarketPart Part)[] _parts =
    [
        ("index", MarketPart.Index), ("stocks", MarketPart.Stocks), ("fno-stocks", MarketPart.FnoStocks), ("futures", MarketPart.Futures),
        ("options", MarketPart.Options), ("currency", MarketPart.Currency), ("commodities", MarketPart.Commodities),
    ];

    private static readonly (string Word, PhaseKind Kind)[] _phases =
    [
        ("pre-open", PhaseKind.PreOpen), ("matching", PhaseKind.Matching), ("buffer", PhaseKind.Buffer), ("open", PhaseKind.Open),
        ("reference", PhaseKind.Reference), ("auction", PhaseKind.Auction), ("auction-limit", PhaseKind.AuctionLimit),
        ("post-close", PhaseKind.PostClose),
    ];

    private static readonly (string Word, EntryKind Kind)[] _kinds =
    [
        ("known", EntryKind.Known), ("follows", EntryKind.Follows), ("shape", EntryKind.Shape), ("square-off", EntryKind.SquareOff),
        ("closed", EntryKind.Closed), ("regular", EntryKind.Regular), ("session", EntryKind.Session),
    ];

    private static readonly (string Word, Certainty Certainty)[] _certainties =
    [
        ("confirmed", Certainty.Confirmed), ("one-source", Certainty.OneSource), ("unconfirmed", Certainty.Unconfirmed),
    ];

    public static string Of(MarketPart part) => Word(_parts, part);

    public static string Of(PhaseKind kind) => kind switch
    {
        PhaseKind.Closed => "closed",
        PhaseKind.Pause => "pause",
        _ => Word(_phases, kind),
    };

    public static string Of(EntryKind kind) => Word(_kinds, kind);

    public static string Of(Certainty certainty) => Word(_certainties, certainty);

    public static string Of(Exchange exchange) => exchange.ToString().ToUpperInvariant();

    /// <summary>A second of the day as HH:mm, or HH:mm:ss where it must be.</summary>
    public static string TimeOf(int second) => second % 60 == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{second / 3_600:00}:{second / 60 % 60:00}")
        : string.Create(CultureInfo.InvariantCulture, $"{second / 3_600:00}:{second / 60 % 60:00}:{second % 60:00}");

    public static bool TryRead(string word, out MarketPart part) => TryFind(_parts, word, out part);

    public static bool TryRead(string word, out PhaseKind kind) => TryFind(_phases, word, out kind);

    public static bool TryRead(string word, out EntryKind kind) => TryFind(_kinds, word, out kind);

    public static bool TryRead(string word, out Certainty certainty) => TryFind(_certainties, word, out certainty);

    public static bool TryRead(string word, out Exchange exchange) =>
        Enum.TryParse(word, ignoreCase: true, out exchange) && Of(exchange) == word;

    /// <summary>What may stand in a column, for a sentence.</summary>
    public static string Allowed<T>() where T : struct, Enum => string.Join(", ", Words<T>());

    private static IEnumerable<string> Words<T>() where T : struct, Enum =>
        typeof(T) == typeof(MarketPart) ? _parts.Select(pair => pair.Word)
        : typeof(T) == typeof(PhaseKind) ? _phases.Select(pair => pair.Word)
        : typeof(T) == typeof(EntryKind) ? _kinds.Select(pair => pair.Word)
        : typeof(T) == typeof(Certainty) ? _certainties.Select(pair => pair.Word)
        : Enum.GetNames<T>().Select(name => name.ToUpperInvariant());

    private static string Word<T>((string Word, T Value)[] words, T value) where T : struct, Enum =>
        Array.Find(words, pair => EqualityComparer<T>.Default.Equals(pair.Value, value)).Word;

    private static bool TryFind<T>((string Word, T Value)[] words, string word, out T value) where T : struct, Enum
    {
        var place = Array.FindIndex(words, pair => pair.Word == word);
        value = place < 0 ? default : words[place].Value;
        return place >= 0;
    }
}
