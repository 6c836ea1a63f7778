using System.Diagnostics;
using System.Globalization;
using TradingDesk.Engine.Storage.Sqlite;

namespace TradingDesk.Benchmarks.Trading;

/// <summary>
/// The goal `intents`: how many orders a second clients get confirmed as durable through gate, engine and journal, while what became of
/// earlier ones is written too, against bare commits of one row each by SQLite on the same disk, both forced.
/// </summary>
internal static class IntentsGoal
{
    private const int Clients = 64;
    private const int Accounts = 8;
    private const int BareRowBytes = 400;
    private const int RoundsMeasured = 5;

    /// <summary>Many are kept with one commit, so confirming an order costs no more than a commit of its own.</summary>
    private const double Target = 1;

    private static readonly TimeSpan _round = TimeSpan.FromSeconds(1);

    public static IEnumerable<GoalResult> Run()
    {
        var folder = Directory.CreateTempSubdirectory("tradingdesk-intents-");
        try
        {
            using var path = new JournaledPath(Path.Combine(folder.FullName, "journal.db"));
            for (var account = 0; account < Accounts; account++) path.Open(NameOf(account));
            using var bare = SqliteLink.Open(Path.Combine(folder.FullName, "bare.db"), readOnly: false, busyMilliseconds: 1_000);
            bare.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE rows (id INTEGER PRIMARY KEY, body BLOB)");
            var (ours, theirs, ratios) = (new double[RoundsMeasured], new double[RoundsMeasured], new double[RoundsMeasured]);
            Intents(path);
            for (var round = 0; round < RoundsMeasured; round++)
            {
                (ours[round], theirs[round]) = (Intents(path), Commits(bare));
                ratios[round] = ours[round] / theirs[round];
            }

            foreach (var sorted in (double[][])[ours, theirs, ratios]) Array.Sort(sorted);
            const int middle = RoundsMeasured / 2;
            yield return new GoalResult("intents", ratios[middle], Target, AtMost: false, string.Create(CultureInfo.InvariantCulture,
                $"times the bare rate: {ours[middle]:0} intents a second of {Clients} clients against {theirs[middle]:0} commits of one "
                + $"row, medians of {RoundsMeasured} rounds in turn"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string NameOf(int account) => string.Create(CultureInfo.InvariantCulture, $"PAPER-{account + 1}");

    /// <summary>Confirmed orders a second; every client gives its next order when the last is confirmed.</summary>
    private static double Intents(JournaledPath path)
    {
        var start = Stopwatch.GetTimestamp();
        var confirmed = Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => GiveAsync(path, client, start))))
            .GetAwaiter().GetResult();
        return confirmed.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task<int> GiveAsync(JournaledPath path, int client, long start)
    {
        var confirmed = 0;
        while (Stopwatch.GetElapsedTime(start) < _round)
        {
            var answer = await path.AskAsync(NameOf(client % Accounts), client / Accounts).ConfigureAwait(false);
            if (!answer.Accepted) throw new InvalidOperationException(answer.Sentence);
            confirmed++;
        }

        return confirmed;
    }

    private static double Commits(SqliteLink link)
    {
        using var insert = link.Prepare("INSERT INTO rows (body) VALUES (?1)");
        insert.Bind(1, new byte[BareRowBytes]);
        var (start, commits) = (Stopwatch.GetTimestamp(), 0);
        for (; Stopwatch.GetElapsedTime(start) < _round; commits++) insert.Run();
        return commits / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
