using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Hosting;

/// <summary>Where settings come from, which of two wins, and what is said of bad ones.</summary>
public sealed class DeskSettingsTests
{
    [Fact]
    public void Without_any_source_every_default_holds()
    {
        var settings = Read(new SettingSources());

        Assert.Equal(Path.GetFullPath("data"), settings.DataFolder);
        Assert.Equal(Path.GetFullPath("data/simulated/candles.db"), settings.CandleFile);
        Assert.Equal("http://127.0.0.1:5080", settings.Urls);
        Assert.True(settings.IsSimulated);
        Assert.Equal((1L, 1, 10_000, 5_000), (settings.Seed, settings.Speed, settings.InboxCapacity, settings.FactsCapacity));
        Assert.Equal([60, 120, 180, 300, 900, 3_600, 86_400], settings.EnabledTimeframes.Select(timeframe => timeframe.Seconds));
        Assert.Equal("SMA:9,SMA:20,EMA:21,RSI:14,SUPERTREND:10:3", settings.IndicatorConfigs);
        Assert.Equal("", settings.SubscribeTokens);
        Assert.Equal((14, 50, 3, 4_096, 1),
            (settings.LogDays, settings.LogMegabytesADay, settings.TapeDays, settings.TapeMegabytes, settings.CandleSecondsDays));
    }

    [Theory]
    [InlineData(false, false, false, 2)]
    [InlineData(true, false, false, 3)]
    [InlineData(true, true, false, 4)]
    [InlineData(true, true, true, 5)]
    [InlineData(false, true, false, 4)]
    [InlineData(false, false, true, 5)]
    public void The_later_source_wins(bool file, bool environment, bool argument, int speed)
    {
        var sources = new SettingSources
        {
            AppSettings = """{ "TradingDesk": { "MARKET_SPEED": 2 } }""",
            EnvironmentFile = file ? "MARKET_SPEED=3" : null,
            Environment = environment ? new Dictionary<string, string> { ["MARKET_SPEED"] = "4" } : new Dictionary<string, string>(),
            Arguments = argument ? ["--MARKET_SPEED", "5"] : [],
        };

        Assert.Equal(speed, Read(sources).Speed);
    }

    [Theory]
    [InlineData("--MARKET_SPEED=7")]
    [InlineData("--market-speed=7")]
    [InlineData("--Market_Speed", "7")]
    public void An_argument_may_be_written_in_these_ways(params string[] arguments)
    {
        Assert.Equal(7, Read(new SettingSources { Arguments = arguments }).Speed);
    }

    [Fact]
    public void Arguments_of_the_web_host_are_left_to_it()
    {
        Read(new SettingSources { Arguments = ["--environment", "Development", "--Logging:LogLevel:Default=Debug"] });
    }

    [Fact]
    public void A_path_of_the_candle_file_wins_over_the_data_folder()
    {
        var settings = Read(new SettingSources { Arguments = ["--TRADINGDESK_DATA", "/a/b", "--SQLITE_PATH", "/c/d.db"] });

        Assert.Equal(("/a/b", "/c/d.db", "/a/b/simulated"), (settings.DataFolder, settings.CandleFile, settings.WorldFolder));
    }

    [Fact]
    public void An_empty_value_is_a_setting_left_out()
    {
        var settings = Read(new SettingSources { EnvironmentFile = "MARKET_SPEED=9", Arguments = ["--MARKET_SPEED="] });

        Assert.Equal(9, settings.Speed);
    }

    [Fact]
    public void Timeframes_are_sorted_and_told_once()
    {
        var settings = Read(new SettingSources { Arguments = ["--ENABLED_TFS", "day, 5m,300,15"] });

        Assert.Equal([new Timeframe(15), new Timeframe(300), Timeframe.Day], settings.EnabledTimeframes);
    }

    [Theory]
    [InlineData("MARKET_SPEED", "0", "a whole number from 1 to 1000")]
    [InlineData("MARKET_SPEED", "1001", "a whole number from 1 to 1000")]
    [InlineData("MARKET_SPEED", "1.5", "a whole number from 1 to 1000")]
    [InlineData("MARKET_SPEED", "1e2", "a whole number from 1 to 1000")]
    [InlineData("MARKET_SEED", "-1", "a whole number from 0 to 9223372036854775807")]
    [InlineData("MARKET_SEED", "9223372036854775808", "a whole number from 0 to 9223372036854775807")]
    [InlineData("MARKET", "live", "simulated or stored")]
    [InlineData("MARKET_CALENDAR", "Exchange", "always-open or exchange")]
    [InlineData("URLS", "127.0.0.1:5080", "http://host:port or https://host:port")]
    [InlineData("INBOX_CAPACITY", "255", "a whole number from 256 to 1000000")]
    [InlineData("FACTS_CAPACITY", "many", "a whole number from 1000 to 1000000")]
    [InlineData("LOG_DAYS", "0", "a whole number from 1 to 3650")]
    public void A_bad_value_is_told_with_its_name_what_is_allowed_and_its_source(string name, string value, string allowed)
    {
        var errors = Refused(new SettingSources { Environment = new Dictionary<string, string> { [name] = value } });

        Assert.Equal(new SettingError(name, value, allowed, "environment"), Assert.Single(errors));
        Assert.Equal($"{name}={value} (environment) is not allowed: {allowed}.", errors[0].Sentence);
    }

    [Fact]
    public void The_bad_entries_of_a_list_are_named_one_by_one()
    {
        var errors = Refused(new SettingSources { Arguments = ["--ENABLED_TFS", "60,61,,5m,day2", "--URLS", "http://a:1;ftp://b"] });

        Assert.Equal([("URLS", "ftp://b"), ("ENABLED_TFS", "61"), ("ENABLED_TFS", ""), ("ENABLED_TFS", "day2")],
            errors.Select(error => (error.Name, error.Value)));
    }

    [Theory]
    [InlineData("http://*:5080")]
    [InlineData("http://+:5080;https://[::1]:5081")]
    public void Addresses_that_kestrel_takes_are_taken(string urls)
    {
        Assert.Equal(urls, Read(new SettingSources { Arguments = ["--URLS", urls] }).Urls);
    }

    [Fact]
    public void All_errors_of_all_sources_are_told_together()
    {
        var errors = Refused(new SettingSources
        {
            AppSettings = """{ "TradingDesk": { "LOG_DAYS": 0, "MARKET_SPED": 5, "URLS": ["a"] } }""",
            EnvironmentFile = "MARKET=live\nnonsense",
            Environment = new Dictionary<string, string> { ["TAPE_DAYS"] = "none", ["TRADINGDESK_DATE"] = "x" },
            Arguments = ["--INBOX_CAPACITY", "1", "stray"],
        });

        Assert.Equal(
            [
                ("URLS", "appsettings.json"), ("MARKET_SPED", "appsettings.json"), ("a line", ".env line 2"),
                ("TRADINGDESK_DATE", "environment"), ("argument", "command line"), ("MARKET", ".env line 1"),
                ("INBOX_CAPACITY", "command line"), ("LOG_DAYS", "appsettings.json"), ("TAPE_DAYS", "environment"),
            ],
            errors.Select(error => (error.Name, error.Source)));
    }

    [Theory]
    [InlineData("MARKET_SPED", "no such name; near: MARKET_SEED, MARKET_SPEED")]
    [InlineData("market_speed", "no such name; near: MARKET_SPEED, MARKET_SEED")]
    [InlineData("COLOUR", "the names of config.env.example")]
    public void An_unknown_name_in_appsettings_is_refused_with_near_ones(string name, string allowed)
    {
        var errors = Refused(new SettingSources { AppSettings = $$"""{ "TradingDesk": { "{{name}}": "5" } }""" });

        Assert.Equal(new SettingError(name, "5", allowed, "appsettings.json"), Assert.Single(errors));
    }

    [Fact]
    public void Names_of_other_programs_are_none_of_the_desks_business()
    {
        var settings = Read(new SettingSources
        {
            AppSettings = """{ "Logging": { "LogLevel": { "Default": "Debug" } } }""",
            EnvironmentFile = "COMPOSE_PROJECT_NAME=x",
            Environment = new Dictionary<string, string> { ["PATH"] = "/bin", ["LOGDAY"] = "x" },
        });

        Assert.Equal(14, settings.LogDays);
    }

    [Fact]
    public void Broken_json_is_an_error_and_no_exception()
    {
        var error = Assert.Single(Refused(new SettingSources { AppSettings = "{ \"TradingDesk\": " }));

        Assert.Equal("appsettings.json", error.Source);
    }

    [Fact]
    public void An_error_found_later_names_the_source_too()
    {
        var settings = Read(new SettingSources { EnvironmentFile = "\nSUBSCRIBE_TOKENS=NSE:RELIANSE" });

        var error = settings.Refuse("SUBSCRIBE_TOKENS", "NSE:RELIANSE", "an instrument; near: NSE:RELIANCE");

        Assert.Equal("SUBSCRIBE_TOKENS=NSE:RELIANSE (.env line 2) is not allowed: an instrument; near: NSE:RELIANCE.", error.Sentence);
    }

    [Fact]
    public void Every_default_is_allowed()
    {
        Assert.All(SettingNames.All, definition => Assert.Empty(definition.Refused(definition.Default)));
    }

    [Fact]
    public void The_example_file_lists_every_setting_as_the_code_has_it()
    {
        var example = File.ReadAllText(Repository.PathOf("config.env.example"));

        Assert.Equal(SettingNames.Example(), example);
    }

    [Fact]
    public void The_example_file_can_be_used_as_it_is()
    {
        var settings = Read(new SettingSources { EnvironmentFile = SettingNames.Example() });

        Assert.Equal(Read(new SettingSources()).CandleFile, settings.CandleFile);
    }

    [Fact]
    public void The_repositorys_appsettings_are_taken()
    {
        Read(new SettingSources { AppSettings = File.ReadAllText(Repository.PathOf("appsettings.json")) });
    }

    private static DeskSettings Read(SettingSources sources)
    {
        Assert.True(DeskSettings.TryRead(sources, out var settings, out var errors), string.Join('\n', errors));
        return settings!;
    }

    private static IReadOnlyList<SettingError> Refused(SettingSources sources)
    {
        Assert.False(DeskSettings.TryRead(sources, out var settings, out var errors));
        Assert.Null(settings);
        return errors;
    }
}
