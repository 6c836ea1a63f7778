using TradingDesk.Engine.Feeds;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Calendars;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Storage.Sqlite.Candles;

namespace TradingDesk.Cli.Stores;

/// <summary>The files of a desk as a verb works on them: its settings, calendar, instruments and the place of its candles.</summary>
internal sealed record DeskFiles(DeskSettings Settings, CalendarBook Book)
{
    private const string RealMarket = "stored";
    private const string SimulatedMarket = "simulated";

    /// <summary>The words of `--world`.</summary>
    public static IReadOnlyList<string> Worlds { get; } = ["market", "simulated"];

    /// <summary>Which of them it is.</summary>
    public string World => WorldOf(Settings);

    public TradingCalendar Calendar =>
        Settings.Calendar == TradingCalendar.AlwaysOpen.Name ? TradingCalendar.AlwaysOpen : Book.Exchange;

    /// <summary>Those of the built-in list: what a desk on the real market can watch.</summary>
    public InstrumentTable Instruments { get; } = new(ListedInstruments.Read().Instruments);

    /// <summary>What is added to `--data`.</summary>
    public static string DataMeaning => "the desk's data folder, without it that of the settings";

    /// <summary>Reads the settings as a desk started here would, with another data folder and market where they are given.</summary>
    public static DeskFiles? TryRead(SettingSources sources, string dataFolder, string world, out string refusal) =>
        TryReadSettings(sources, dataFolder, world, out refusal) is { } settings
        && CalendarBook.TryRead(settings.DataFolder, out refusal) is { } book
            ? new DeskFiles(settings, book) : null;

    private static DeskSettings? TryReadSettings(SettingSources sources, string dataFolder, string world, out string refusal)
    {
        var arguments = new List<string> { $"--{SettingNames.Market}={(world == Worlds[0] ? RealMarket : SimulatedMarket)}" };
        if (dataFolder.Length > 0) arguments.Add($"--{SettingNames.Data}={dataFolder}");
        DeskSettings.TryRead(sources with { Arguments = [.. sources.Arguments, .. arguments] }, out var settings, out var errors);
        refusal = string.Join('\n', errors);
        return settings;
    }

    /// <summary>The settings for both worlds, where a damaged calendar must not be in the way.</summary>
    public static IReadOnlyList<DeskSettings>? TryReadAll(SettingSources sources, string dataFolder, out string refusal)
    {
        refusal = "";
        var all = new List<DeskSettings>();
        foreach (var world in Worlds)
        {
            if (TryReadSettings(sources, dataFolder, world, out refusal) is not { } settings) return null;
            all.Add(settings);
        }

        return all;
    }

    public static string WorldOf(DeskSettings settings) => settings.IsSimulated ? Worlds[1] : Worlds[0];

    /// <summary>A sentence when one of them is no market.</summary>
    public static string RefuseWorld(IEnumerable<string> worlds) =>
        worlds.FirstOrDefault(world => !Worlds.Contains(world)) is { } wrong
            ? $"--world {CommandLine.Echo.Of(wrong)} cannot be; write {string.Join(" or ", Worlds)}." : "";

    /// <summary>Opens the candle store, which makes it when it is not there.</summary>
    public CandleStore? TryOpen(out string refusal) =>
        CandleStore.TryOpen(Settings.CandleFile, Settings.World, out var store, out refusal) ? store : null;

    /// <summary>Opens a candle store that is there already.</summary>
    public CandleStore? TryOpenExisting(out string refusal)
    {
        if (File.Exists(Settings.CandleFile)) return TryOpen(out refusal);
        refusal = $"{Settings.CandleFile} does not exist: no candles are stored there yet.";
        return null;
    }
}
