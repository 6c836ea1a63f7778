using System.Globalization;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;

namespace TradingDesk.Engine.Hosting;

/// <summary>Everything that can be set about a desk, read once at its start and checked.</summary>
public sealed class DeskSettings
{
    private readonly Dictionary<string, string> _sources;

    private DeskSettings(SettingReader read)
    {
        _sources = SettingNames.All.ToDictionary(definition => definition.Name, definition => read.SourceOf(definition.Name));
        DataFolder = Path.GetFullPath(read[SettingNames.Data]);
        Urls = read[SettingNames.Urls];
        Market = read[SettingNames.Market];
        Calendar = IsSimulated ? read[SettingNames.Calendar] : TradingCalendar.ExchangeName;
        Seed = Number(read[SettingNames.Seed]);
        Speed = IsSimulated ? (int)Number(read[SettingNames.Speed]) : 1;
        FeedFaults = read[SettingNames.Faults];
        SubscribeTokens = read[SettingNames.Tokens];
        EnabledTimeframes = [.. read[SettingNames.Timeframes].Split(',').Select(Timeframe).Distinct().Order()];
        IndicatorConfigs = read[SettingNames.Indicators];
        Runs = read[SettingNames.Runs];
        InboxCapacity = (int)Number(read[SettingNames.InboxCapacity]);
        FactsCapacity = (int)Number(read[SettingNames.FactsCapacity]);
        LogDays = (int)Number(read[SettingNames.LogDays]);
        LogMegabytesADay = (int)Number(read[SettingNames.LogMegabytes]);
        TapeDays = (int)Number(read[SettingNames.TapeDays]);
        TapeMegabytes = (int)Number(read[SettingNames.TapeMegabytes]);
        CandleSecondsDays = IsSimulated ? 1 : (int)Number(read[SettingNames.SecondsDays]);
        CandleDays = (int)Number(read[SettingNames.CandleDays]);
        LoginAttempts = (int)Number(read[SettingNames.LoginAttempts]);
        SessionMinutes = (int)Number(read[SettingNames.SessionMinutes]);
        IsPaperOnly = read[SettingNames.PaperTrading] == "true";
        KeyFolder = read[SettingNames.KeyFolder] is { Length: > 0 } keys ? Path.GetFullPath(keys) : Path.Combine(DataFolder, "keys");
        var path = read[SettingNames.SqlitePath];
        CandleFile = path.Length > 0 ? Path.GetFullPath(path) : Path.Combine(WorldFolder, "candles.db");
    }

    /// <summary>The whole path of the data folder.</summary>
    public string DataFolder { get; }

    /// <summary>The whole path of the file of stored candles.</summary>
    public string CandleFile { get; }

    /// <summary>The whole path of the file of indicator lists and snapshots.</summary>
    public string IndicatorFile => Path.Combine(WorldFolder, "indicators.db");

    /// <summary>The whole path of the journal.</summary>
    public string JournalFile => Path.Combine(WorldFolder, "journal.db");

    /// <summary>The whole path of the file of people and the audit, one for all markets.</summary>
    public string PeopleFile => Path.Combine(DataFolder, "people.db");

    /// <summary>The whole path of the folder of the keys that seal secrets.</summary>
    public string KeyFolder { get; }

    /// <summary>Attempts to sign in that may fail in a row.</summary>
    public int LoginAttempts { get; }

    /// <summary>Minutes without a key or a click after which a person is signed out.</summary>
    public int SessionMinutes { get; }

    /// <summary>Real money is refused for the whole process.</summary>
    public bool IsPaperOnly { get; }

    /// <summary>Runs to declare, separated by semicolons.</summary>
    public string Runs { get; }

    /// <summary>Addresses separated by semicolons.</summary>
    public string Urls { get; }

    public string Market { get; }

    public bool IsSimulated => Market == "simulated";

    /// <summary>The folder of this market's data; simulated and real data never share one.</summary>
    public string WorldFolder => Path.Combine(DataFolder, IsSimulated ? "simulated" : "market");

    /// <summary>`always-open` or `exchange`.</summary>
    public string Calendar { get; }

    public long Seed { get; }

    /// <summary>Market seconds in one second, 1 to 1,000.</summary>
    public int Speed { get; }

    /// <summary>What the simulated market's feed does wrong, such as `mute-one,late`; empty is nothing.</summary>
    public string FeedFaults { get; }

    /// <summary>As written; names are judged where the instruments are known.</summary>
    public string SubscribeTokens { get; }

    /// <summary>Ascending, each once.</summary>
    public IReadOnlyList<Timeframe> EnabledTimeframes { get; }

    /// <summary>As written; specs are judged where the indicators are known.</summary>
    public string IndicatorConfigs { get; }

    public int InboxCapacity { get; }

    public int FactsCapacity { get; }

    public int LogDays { get; }

    public int LogMegabytesADay { get; }

    public int TapeDays { get; }

    public int TapeMegabytes { get; }

    /// <summary>Days that 1 s candles are kept; one for simulated candles.</summary>
    public int CandleSecondsDays { get; }

    /// <summary>Days that candles of a minute and longer are kept; 0 is for ever.</summary>
    public int CandleDays { get; }

    internal CandleWorld World => IsSimulated ? CandleWorld.Simulated : CandleWorld.Market;

    /// <summary>Reads all settings, or answers everything that is wrong with them at once.</summary>
    public static bool TryRead(SettingSources sources, out DeskSettings? settings, out IReadOnlyList<SettingError> errors)
    {
        var read = new SettingReader(sources);
        errors = read.Errors;
        settings = errors.Count == 0 ? new DeskSettings(read) : null;
        return settings is not null;
    }

    /// <summary>An error about a setting that was read, found where its text is understood.</summary>
    public SettingError Refuse(string name, string value, string allowed) => new(name, value, allowed, _sources[name]);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static Timeframe Timeframe(string text) =>
        Primitives.Timeframe.TryParse(text, out var timeframe) ? timeframe : throw new FormatException($"{text} is no timeframe.");
}
