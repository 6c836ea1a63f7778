using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.Journal;

namespace TradingDesk.Engine.Hosting.Trading;

/// <summary>
/// The newest intents of each account that were refused. They are read off the journal as it grows, once for all who look; of any thread.
/// </summary>
internal sealed class DeniedIntents(JournalReader journal)
{
    /// <summary>Kept of each account.</summary>
    public const int Most = 200;

    private readonly Lock _lock = new();
    private readonly Dictionary<AccountId, Queue<JournalRow>> _newest = [];
    private long _through = -1;

    /// <summary>Newest first; what cannot be read or believed throws as the journal's reader does.</summary>
    public IReadOnlyList<JournalRow> Read(AccountId account)
    {
        lock (_lock)
        {
            foreach (var row in journal.Denied(ref _through)) Keep(row);
            return _newest.TryGetValue(account, out var rows) ? [.. rows.Reverse()] : [];
        }
    }

    private void Keep(JournalRow row)
    {
        var account = row.ToFact().Intent.Account;
        if (!_newest.TryGetValue(account, out var rows)) _newest.Add(account, rows = []);
        rows.Enqueue(row);
        if (rows.Count > Most) rows.Dequeue();
    }
}
