using System.Globalization;
using System.Text;
using TradingDesk.Engine.Feeds.Faulty;
using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Hosting.Settings;

/// <summary>Every setting of the desk; names, defaults and ranges stand here and nowhere else.</summary>
internal static class SettingNames
{
    public const string Data = "TRADINGDESK_DATA";
    public const string SqlitePath = "SQLITE_PATH";
    public const string Urls = "URLS";
    public const string Market = "MARKET";
    public const string Calendar = "MARKET_CALENDAR";
    public const string Seed = "MARKET_SEED";
    public const string Speed = "MARKET_SPEED";
    public const string Faults = "MARKET_FAULTS";
    public const string Tokens = "SUBSCRIBE_TOKENS";
    public const string Timeframes = "ENABLED_TFS";
    public const string Indicators = "INDICATOR_CONFIGS";
    public const string Runs = "RUNS";
    public const string InboxCapacity = "INBOX_CAPACITY";
    public const string FactsCapacity = "FACTS_CAPACITY";
    public const string LogDays = "LOG_DAYS";
    public const string LogMegabytes = "LOG_MEGABYTES_A_DAY";
    public const string TapeDays = "TAPE_DAYS";
    public const string TapeMegabytes = "TAPE_MEGABYTES";
    public const string SecondsDays = "CANDLES_1S_DAYS";
    public const string CandleDays = "CANDLES_DAYS";
    public const string LoginAttempts = "MAX_LOGIN_ATTEMPTS";
    public const string SessionMinutes = "SESSION_TIMEOUT_MINUTES";
    public const string KeyFolder = "KEY_FOLDER";
    public const string PaperTrading = "PAPER_TRADING";

    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        Text(Data, "data", "The folder of everything the desk writes; relative to the folder it is started in.", "a folder's path"),
        Text(SqlitePath, "",
            "The file of the stored candles; empty is candles.db below the data folder, in simulated/ or market/.", "a file's path"),
        new(Urls, "http://127.0.0.1:5080", "Where the desk answers browsers; several are separated by semicolons.",
            "http://host:port or https://host:port", IsUrl) { Separator = ';' },
        OneOf(Market, "simulated", "The market the desk watches: a simulated one, or the real one's imported candles without a feed.",
            "simulated", "stored"),
        OneOf(Calendar, "always-open",
            "The sessions of the simulated market: around the clock, or those of the exchange.", "always-open", "exchange"),
        Number(Seed, "1", "The simulated market's seed; the same seed gives the same prices.", 0, long.MaxValue),
        Number(Speed, "1", "Seconds of the simulated market that pass in one second.", 1, 1_000),
        new(Faults, "", "What the simulated market's feed does wrong, to see how the desk bears it; empty is nothing.",
            FaultWords.Allowed, text => FaultWords.TryParse(text, out _)),
        Text(Tokens, "", "Instruments to watch, such as 1:2885,NSE:TCS,NIFTY; empty is all.", "instruments separated by commas"),
        new(Timeframes, "60,120,180,300,900,3600,day", "Candles to build from seconds, separated by commas.", Timeframe.Allowed,
            text => Timeframe.TryParse(text, out _)) { Separator = ',' },
        Text(Indicators, IndicatorSpecs.Default, "Indicators a new desk begins with; lists changed on a page are kept and go before it.",
            "indicators such as SMA:9,RSI:14 separated by commas, then lists of a timeframe or an instrument such as ; 5m=EMA:21"),
        Text(Runs, "", "Strategy runs to declare, once: PAPER-1 strategy=ma_crossover instrument=NIFTY start=yes is one.",
            "declarations separated by semicolons; see tradingdesk run --help"),
        Number(InboxCapacity, "10000", "Inputs that may wait for the engine.", 256, 1_000_000),
        Number(FactsCapacity, "5000",
            "Facts that may wait for each of their readers; more when the instruments and timeframes need it.", 1_000, 1_000_000),
        Number(LogDays, "14", "Days a log file is kept.", 1, 3_650),
        Number(LogMegabytes, "50", "Megabytes a day's log may have.", 1, 10_000),
        Number(TapeDays, "3", "Days a tape is kept.", 1, 3_650),
        Number(TapeMegabytes, "4096", "Megabytes all tapes together may have; the oldest go first.", 64, 1_000_000),
        Number(SecondsDays, "30", "Days the market's 1 s candles are kept; simulated ones are kept for one.", 1, 3_650),
        Number(CandleDays, "0", "Days candles of a minute and longer are kept, judged at each start; 0 keeps them for ever.", 0, 36_500),
        Number(LoginAttempts, "3", "Attempts to sign in that may fail in a row before a person or an address is locked out for a time.",
            1, 20),
        Number(SessionMinutes, "30", "Minutes without a key or a click after which a person is signed out.", 1, 720),
        Text(KeyFolder, "", "The folder of the keys that seal secrets; empty is keys below the data folder.", "a folder's path"),
        OneOf(PaperTrading, "true", "Whether real money is refused for the whole process; false merely permits it.", "true", "false"),
    ];

    public static SettingDefinition? Find(string name) => All.FirstOrDefault(definition => definition.Name == name);

    /// <summary>The text of config.env.example.</summary>
    public static string Example()
    {
        var text = new StringBuilder("""
            # Every setting of TradingDesk with its default. Copy this file to .env in the folder the desk is started in, and change
            # what you need. Later places win: appsettings.json (section "TradingDesk"), .env, environment, --NAME value.

            """);
        foreach (var (name, fallback, meaning, allowed, _) in All)
            text.Append(CultureInfo.InvariantCulture, $"\n# {meaning}\n# Allowed: {allowed}.\n{name}={fallback}\n");
        return text.ToString();
    }

    private static SettingDefinition Text(string name, string fallback, string meaning, string allowed) =>
        new(name, fallback, meaning, allowed, _ => true);

    private static SettingDefinition OneOf(string name, string fallback, string meaning, params string[] words) =>
        new(name, fallback, meaning, string.Join(" or ", words), words.Contains);

    private static SettingDefinition Number(string name, string fallback, string meaning, long least, long most)
    {
        var allowed = string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}");
        return new(name, fallback, meaning, allowed, text =>
            long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most);
    }

    /// <summary>Kestrel also takes * and + for every address of the machine, which a Uri does not.</summary>
    private static bool IsUrl(string text) =>
        Uri.TryCreate(text.Replace("//*", "//any", StringComparison.Ordinal).Replace("//+", "//any", StringComparison.Ordinal),
            UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);
}
