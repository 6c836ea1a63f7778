using System.Text.Json;
using Microsoft.Extensions.Logging;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.Logging;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Engine.Hosting;

/// <summary>The log is one file a day in India, of bounded size, kept for some days, and holds no secrets.</summary>
public sealed class LogFileTests
{
    /// <summary>2026-01-05 23:59:59.5 in India.</summary>
    private static readonly Instant _lateEvening = Instant.FromUnixMilliseconds(1_767_637_799_500);

    [Fact]
    public void A_line_is_json_with_the_time_in_utc()
    {
        using var temp = new TempFolder();
        using (var log = new LogFile(temp.Path, 100_000, 14))
            log.Write(new LogEntry(_lateEvening, LogLevel.Error, "Engine", "It said \"no\".\nTwice.", "System.Exception: no"));

        var line = Assert.Single(File.ReadAllLines(temp.File("desk-2026-01-05.jsonl")));

        var json = JsonDocument.Parse(line).RootElement;
        Assert.Equal("2026-01-05T18:29:59.500Z", json.GetProperty("at").GetString());
        Assert.Equal("error", json.GetProperty("level").GetString());
        Assert.Equal("Engine", json.GetProperty("from").GetString());
        Assert.Equal("It said \"no\".\nTwice.", json.GetProperty("message").GetString());
        Assert.Equal("System.Exception: no", json.GetProperty("exception").GetString());
    }

    [Fact]
    public void A_new_day_in_india_begins_a_new_file()
    {
        using var temp = new TempFolder();
        using (var log = new LogFile(temp.Path, 100_000, 14))
        {
            log.Write(Entry(_lateEvening));
            log.Write(Entry(_lateEvening.PlusMilliseconds(500)));
        }

        Assert.Single(File.ReadAllLines(temp.File("desk-2026-01-05.jsonl")));
        Assert.Single(File.ReadAllLines(temp.File("desk-2026-01-06.jsonl")));
    }

    [Fact]
    public void A_full_day_ends_with_a_line_that_says_so_and_the_next_day_is_logged_again()
    {
        using var temp = new TempFolder();
        long refused;
        using (var log = new LogFile(temp.Path, 2_000, 14))
        {
            for (var i = 0; i < 100; i++) log.Write(Entry(_lateEvening));
            log.Write(Entry(_lateEvening.PlusSeconds(1)));
            refused = log.Refused;
        }

        var lines = File.ReadAllLines(temp.File("desk-2026-01-05.jsonl"));
        Assert.Equal(100 - (lines.Length - 1), refused);
        Assert.Contains("The day's limit of 2,000 bytes is reached", lines[^1], StringComparison.Ordinal);
        Assert.All(lines[..^1], line => Assert.Contains("Hello", line, StringComparison.Ordinal));
        Assert.InRange(new FileInfo(temp.File("desk-2026-01-05.jsonl")).Length, 1_800, 2_000);
        Assert.Single(File.ReadAllLines(temp.File("desk-2026-01-06.jsonl")));
    }

    [Fact]
    public void A_day_full_before_a_restart_stays_within_its_limit()
    {
        using var temp = new TempFolder();
        for (var start = 0; start < 5; start++)
        {
            using var log = new LogFile(temp.Path, 2_000, 14);
            for (var i = 0; i < 100; i++) log.Write(Entry(_lateEvening));
        }

        Assert.InRange(new FileInfo(temp.File("desk-2026-01-05.jsonl")).Length, 1_800, 2_000);
    }

    [Fact]
    public void Files_older_than_their_keep_are_deleted_and_others_left_alone()
    {
        using var temp = new TempFolder();
        foreach (var name in (string[])["desk-2025-12-31.jsonl", "desk-2026-01-03.jsonl", "desk-2026-01-04.jsonl", "desk-x.jsonl", "a.txt"])
            File.WriteAllText(temp.File(name), "");

        using (var log = new LogFile(temp.Path, 100_000, keepDays: 2)) log.Write(Entry(_lateEvening));

        Assert.Equal(["a.txt", "desk-2026-01-04.jsonl", "desk-2026-01-05.jsonl", "desk-x.jsonl"],
            Directory.GetFiles(temp.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_folder_that_fails_costs_lines_but_throws_nothing_and_heals()
    {
        using var temp = new TempFolder();
        File.WriteAllText(temp.File("logs"), "");
        using var log = new LogFile(temp.File("logs"), 100_000, 14);

        log.Write(Entry(_lateEvening));
        File.Delete(temp.File("logs"));
        log.Write(Entry(_lateEvening));

        Assert.Equal(1, log.Refused);
        Assert.True(File.Exists(temp.File("logs", "desk-2026-01-05.jsonl")));
    }

    [Theory]
    [InlineData("password=hunter2", "password=***")]
    [InlineData("{\"api_key\":\"hunter2\",\"a\":1}", "{\"api_key\":\"***\",\"a\":1}")]
    [InlineData("Authorization: Bearer hunter2.x", "Authorization: Bearer ***")]
    [InlineData("GET /?access_token=hunter2&a=1", "GET /?access_token=***&a=1")]
    [InlineData("token=2885", "token=2885")]
    public void What_looks_like_a_secret_is_masked(string message, string written)
    {
        var line = LogLine.Of(new LogEntry(_lateEvening, LogLevel.Information, "Engine", message, message));

        var json = JsonDocument.Parse(line).RootElement;
        Assert.Equal(written, json.GetProperty("message").GetString());
        Assert.Equal(written, json.GetProperty("exception").GetString());
    }

    [Fact]
    public void A_full_queue_drops_its_oldest_entries_and_the_log_says_how_many()
    {
        using var temp = new TempFolder();
        var queue = new LogQueue(capacity: 3);
        for (var i = 0; i < 5; i++) queue.Add(Entry(_lateEvening) with { Message = $"Hello {i}." });

        using (var log = new LogFile(temp.Path, 100_000, 14)) queue.MoveTo(log);

        var messages = File.ReadAllLines(temp.File("desk-2026-01-05.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("message").GetString());
        Assert.Equal(["2 log lines were dropped: they came faster than the disk.", "Hello 2.", "Hello 3.", "Hello 4."], messages);
    }

    [Fact]
    public void A_hosts_logger_writes_what_waits_when_the_host_ends()
    {
        using var temp = new TempFolder();
        using (var provider = new LogFileProvider(temp.Path, 100_000, 14, new FixedTime(_lateEvening)))
        {
            var logger = provider.CreateLogger("Engine");
            logger.Log(LogLevel.Warning, default, "Hello.", null, (state, _) => state);
        }

        var line = Assert.Single(File.ReadAllLines(temp.File("desk-2026-01-05.jsonl")));
        Assert.Equal("""{"at":"2026-01-05T18:29:59.500Z","level":"warning","from":"Engine","message":"Hello."}""", line);
    }

    private static LogEntry Entry(Instant at) => new(at, LogLevel.Information, "Engine", "Hello.", null);

    /// <summary>A clock that stands.</summary>
    private sealed class FixedTime(Instant now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToIndia().ToUniversalTime();
    }
}
