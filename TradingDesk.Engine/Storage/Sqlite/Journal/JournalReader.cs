using System.Globalization;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Sqlite.Journal;

/// <summary>
/// Reads a journal on connections of its own, also while a desk writes it. It believes a row only where the chain proves it; what cannot
/// be believed it throws as an InvalidDataException, what cannot be read as SQLite's exception.
/// </summary>
internal sealed class JournalReader(string path)
{
    public const int PageRows = 1_000;

    private const int BusyMilliseconds = 5_000;

    /// <summary>Read at most for a list of trades: hundreds of trades are found in far fewer, and no old journal is walked.</summary>
    private const int TradeRowsMost = 20_000;

    /// <summary>Rows looked through at first for intents that were refused.</summary>
    private const int DeniedRowsMost = 20_000;

    /// <summary>Between a signal and the last of the intents it becomes: what one input may cause, many times over.</summary>
    private const int SignalRowsMost = 4_000;

    private const string RowWithEarlierHash =
        $"SELECT {JournalTables.Columns}, (SELECT e.hash FROM journal e WHERE e.seq = journal.seq - 1) FROM journal";

    private const int EarlierHashColumn = 12;

    public string Path { get; } = path;

    public static SqliteLink Open(string path)
    {
        var link = SqliteLink.Open(path, readOnly: true, BusyMilliseconds);
        try
        {
            if (link.ReadNumber("PRAGMA user_version") > JournalTables.Form.Version)
                throw new InvalidDataException($"The journal {path} was written by a newer desk.");
            return link;
        }
        catch
        {
            link.Dispose();
            throw;
        }
    }

    /// <summary>Walks the whole chain, and holds its end against the head.</summary>
    public JournalCheck Check()
    {
        var head = new ChainHead(JournalFile.HeadOf(Path)).Read();
        var end = ChainEnd.Beginning;
        try
        {
            using var walk = new JournalWalk(Path, end);
            while (walk.TryNext() is { } row)
            {
                if (row.Seq == head?.Seq && !row.End.IsAt(head)) return Wrong(end, "its head knows another row there");
                end = row.End;
            }

            if (walk.Problem.Length > 0) return Wrong(end, walk.Problem);
            if (walk.FindDamage() is { Length: > 0 } damage) return Wrong(end, damage);
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault)
        {
            return Wrong(end, fault.Reason);
        }

        if (head?.Seq > end.Seq) return Wrong(end, string.Create(CultureInfo.InvariantCulture, $"its head knows row {head.Seq}"));
        return new JournalCheck(true, end.Seq, 0, "", Convert.ToHexStringLower(end.Hash));
    }

    /// <summary>All facts of all runs in order, their instruments by that table.</summary>
    public IEnumerable<JournalPage> ReadAll(InstrumentTable instruments)
    {
        using var walk = new JournalWalk(Path, ChainEnd.Beginning);
        while (ReadPage(walk, instruments, long.MaxValue) is { } page) yield return page;
    }

    /// <summary>The stretch of the journal that a page stands for, read again.</summary>
    public JournalPage Read(JournalPage reference, InstrumentTable instruments)
    {
        using var walk = new JournalWalk(Path, EndAt(reference.First - 1));
        var page = ReadPage(walk, instruments, reference.Last);
        if (page is not null && page.Last == reference.Last && page.Hash == reference.Hash) return page;
        throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture,
            $"The journal {Path} has other rows from {reference.First} to {reference.Last} than the tape names."));
    }

    /// <summary>Every instrument ever named, each as its newest line says.</summary>
    public IReadOnlyList<Instrument> Instruments()
    {
        var found = new Dictionary<(Segment, int), Instrument>();
        foreach (var row in Select("WHERE instrument <> '' ORDER BY seq"))
            found[(row.Segment, row.Token)] = InstrumentTable.Parse(row.Instrument).All[0];
        return [.. found.Values.OrderBy(instrument => (instrument.Segment, instrument.Token))];
    }

    /// <summary>The account that was opened under that name; null without one.</summary>
    public AccountId? FindAccount(string name) =>
        Select($"WHERE kind = {(int)FactKind.AccountOpened} ORDER BY seq").Find(row => CommandOf(row)?.Account == name)
            ?.ToFact().Account.Account;

    /// <summary>The rows of an intent and all its orders.</summary>
    public IReadOnlyList<JournalRow> Life(int intent) => Select("WHERE intent = ?1 AND intent > 0 ORDER BY seq", intent);

    /// <summary>The rows of one order: those of its intent that are not about another slice; none where there is no such slice.</summary>
    public IReadOnlyList<JournalRow> Life(OrderId order)
    {
        var life = Life(order.Intent);
        if (!life.Any(row => HasSlice(row, order.Slice))) return [];
        return [.. life.Where(row => row.Kind != FactKind.OrderMoved || row.ToFact().Order.Order == order)];
    }

    /// <summary>
    /// The newest trades of an account that were booked, newest first: at most that many, among the newest rows about orders.
    /// </summary>
    public IReadOnlyList<JournalRow> Trades(AccountId account, int count) =>
        [.. Stream($"WHERE kind = {(int)FactKind.OrderMoved} ORDER BY seq DESC LIMIT ?1", TradeRowsMost)
            .Where(row => IsTradeOf(row.ToFact().Order, account)).Take(count)];

    /// <summary>The newest signals of a run, newest first: at most that many, among the newest signals of all runs.</summary>
    public IReadOnlyList<JournalRow> Signals(RunId run, int count) =>
        [.. Stream($"WHERE kind = {(int)FactKind.SignalRaised} ORDER BY seq DESC LIMIT ?1", TradeRowsMost)
            .Where(row => row.ToFact().Signal.Run == run).Take(count)];

    /// <summary>That signal of a run, which stands shortly before the intent it became; null when it does not.</summary>
    public JournalRow? SignalBefore(long seq, RunId run, int number) =>
        Stream($"WHERE seq < ?1 AND seq >= ?1 - {SignalRowsMost} AND kind = {(int)FactKind.SignalRaised} ORDER BY seq DESC", seq)
            .FirstOrDefault(row => row.ToFact().Signal is var signal && signal.Run == run && signal.Number == number);

    /// <summary>The intents of a run that signals made, accepted and denied, of all rows after that one; the oldest first.</summary>
    public IReadOnlyList<JournalRow> IntentsBySignals(RunId run, long after) =>
        [.. Stream($"WHERE seq > ?1 AND kind IN ({(int)FactKind.IntentAccepted}, {(int)FactKind.IntentDenied}) ORDER BY seq", after)
            .Where(row => row.ToFact().Intent is { Signal: > 0 } intent && intent.Run == run)];

    /// <summary>
    /// The intents refused after a row, oldest first, and moves it to the newest row looked at. From -1 on only the newest rows are.
    /// </summary>
    public IReadOnlyList<JournalRow> Denied(ref long through)
    {
        long newest;
        using (var link = Open(Path)) newest = JournalTables.EndOf(link).Seq;
        var after = through < 0 ? Math.Max(0, newest - DeniedRowsMost) : through;
        if (after >= newest) return [];
        var rows = Select($"WHERE seq > ?1 AND kind = {(int)FactKind.IntentDenied} ORDER BY seq", after);
        through = rows.Count == 0 ? newest : Math.Max(newest, rows[^1].Seq);
        return rows;
    }

    /// <summary>Rows that give accounts and alerts their names, oldest first.</summary>
    public IEnumerable<JournalRow> Namings() =>
        Stream($"WHERE kind IN ({(int)FactKind.AccountOpened}, {(int)FactKind.AlertAdded}) ORDER BY seq", null);

    /// <summary>The rows before one, newest first, at most that many; read only as far as they are taken.</summary>
    public IEnumerable<JournalRow> Before(long seq, int most) =>
        Stream(string.Create(CultureInfo.InvariantCulture, $"WHERE seq < ?1 ORDER BY seq DESC LIMIT {most}"), seq);

    /// <summary>What was ever declared of runs and set of limits and states up to a row, oldest first.</summary>
    public IReadOnlyList<JournalRow> Declared(long through) => Select(
        $"WHERE seq <= ?1 AND kind IN ({(int)FactKind.RunDeclared}, {(int)FactKind.RunChanged}, {(int)FactKind.LimitsSet}, "
        + $"{(int)FactKind.RiskStateChanged}) ORDER BY seq", through);

    /// <summary>The newest rows, the oldest of them first.</summary>
    public IReadOnlyList<JournalRow> Newest(int count) => [.. Enumerable.Reverse(Select("ORDER BY seq DESC LIMIT ?1", count))];

    /// <summary>The facts of one run in order; none when the journal does not know the run.</summary>
    public IEnumerable<JournalRow> FactsOf(int run)
    {
        if (Select("WHERE fact = 0 AND run = ?1 ORDER BY seq LIMIT 1", run) is not [var begun]) yield break;
        using var walk = new JournalWalk(Path, begun.End);
        while (walk.TryNext() is { } row && row.Run == run) yield return row;
        if (walk.Problem.Length > 0) throw Unbelievable(walk.Problem);
    }

    private JournalPage? ReadPage(JournalWalk walk, InstrumentTable instruments, long last)
    {
        var first = walk.End.Seq + 1;
        var records = new List<JournalRecord>();
        while (records.Count < PageRows && walk.End.Seq < last && walk.TryNext() is { } row)
        {
            if (row.IsFact) records.Add(RecordOf(row, instruments));
        }

        if (walk.Problem.Length > 0) throw Unbelievable(walk.Problem);
        if (walk.End.Seq < first) return null;
        return new JournalPage(first, walk.End.Seq, Convert.ToHexStringLower(walk.End.Hash), records);
    }

    private static JournalRecord RecordOf(JournalRow row, InstrumentTable instruments)
    {
        var fact = row.ToFact();
        if (row.Segment != 0)
        {
            if (!instruments.TryFind(row.Segment, row.Token, out var instrument))
                throw new InvalidDataException($"The journal's row {row.Seq} names {(int)row.Segment}:{row.Token}, which is not known.");
            fact.Instrument = instrument!.Id;
        }

        return new JournalRecord(fact, CommandOf(row));
    }

    private static bool IsTradeOf(in OrderEvent what, AccountId account) =>
        what.Kind == OrderEventKind.Traded && what.Account == account && what.Verdict != OrderVerdict.Conflict;

    private static bool HasSlice(JournalRow row, int slice) => row.Kind switch
    {
        FactKind.IntentAccepted => row.ToFact().Intent.Slices >= slice,
        FactKind.IntentDenied => slice == 1,
        _ => false,
    };

    private static SubmittedCommand? CommandOf(JournalRow row)
    {
        if (row.Command.Length == 0) return null;
        if (SubmittedCommand.TryParse(row.Command, out var command)) return command;
        throw new InvalidDataException($"The journal's row {row.Seq} holds a command that cannot be read.");
    }

    private static JournalCheck Wrong(ChainEnd end, string why)
    {
        var bad = end.Seq + 1;
        var sentence = string.Create(CultureInfo.InvariantCulture, $"The journal cannot be believed from row {bad} on: {why}.");
        return new JournalCheck(false, end.Seq, bad, sentence, Convert.ToHexStringLower(end.Hash));
    }

    private InvalidDataException Unbelievable(string why) => new($"The journal {Path} cannot be believed: {why}.");

    private ChainEnd EndAt(long seq)
    {
        if (seq == 0) return ChainEnd.Beginning;
        using var link = Open(Path);
        return new ChainEnd(seq, JournalTables.HashAt(link, seq) ?? []);
    }

    /// <summary>
    /// Some rows, each proven by the hash of the one before it; those that only the emergency file has are not among them.
    /// </summary>
    private List<JournalRow> Select(string clause, long? parameter = null) => [.. Stream(clause, parameter)];

    private IEnumerable<JournalRow> Stream(string clause, long? parameter)
    {
        using var link = Open(Path);
        using var statement = link.Prepare($"{RowWithEarlierHash} {clause}");
        if (parameter is { } value) statement.Bind(1, value);
        while (statement.Step())
        {
            var row = JournalRow.Of(statement);
            var earlier = row.Seq == 1 ? ChainEnd.Beginning : new ChainEnd(row.Seq - 1, statement.Bytes(EarlierHashColumn));
            if (!row.Follows(earlier))
                throw Unbelievable(string.Create(CultureInfo.InvariantCulture, $"row {row.Seq} or the one before it was changed"));
            yield return row;
        }
    }
}
