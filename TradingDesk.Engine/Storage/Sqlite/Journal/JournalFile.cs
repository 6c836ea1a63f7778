using System.Globalization;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Sqlite.Journal;

/// <summary>
/// The SQLite file of one world's journal with its head and its emergency file beside it: opened, held against its head, completed and
/// begun by a starting desk; then written by one <see cref="JournalWriter"/> and read by <see cref="JournalReader"/>.
/// </summary>
internal sealed class JournalFile
{
    private const int PatientBusyMilliseconds = 5_000;

    private readonly CandleWorld _world;

    private JournalFile(string path, CandleWorld world)
    {
        _world = world;
        Path = System.IO.Path.GetFullPath(path);
        Head = new ChainHead(HeadOf(Path));
        Emergency = new EmergencyFile(EmergencyOf(Path));
    }

    public string Path { get; }

    public ChainHead Head { get; }

    public EmergencyFile Emergency { get; }

    /// <summary>How far it goes before the writer begins.</summary>
    public ChainEnd End { get; private set; } = ChainEnd.Beginning;

    /// <summary>The number of this run; 0 before <see cref="TryBegin"/>.</summary>
    public int Run { get; private set; }

    /// <summary>Something that a person should know about the file, as a sentence; empty without it.</summary>
    public string Remark { get; private set; } = "";

    public static string HeadOf(string journalPath) => System.IO.Path.ChangeExtension(journalPath, ".head");

    public static string EmergencyOf(string journalPath) => System.IO.Path.ChangeExtension(journalPath, ".emergency");

    /// <summary>Makes or upgrades the file and puts in what an emergency left over; a file that cannot be believed is refused with a
    /// sentence.</summary>
    public static bool TryOpen(string path, CandleWorld world, out JournalFile? file, out string refusal)
    {
        var opening = new JournalFile(path, world);
        file = opening.Try(opening.Open, "opened", out refusal) ? opening : null;
        return file is not null;
    }

    /// <summary>
    /// Writes the row that a run begins with and numbers the run; false with a sentence when the journal does not take it.
    /// </summary>
    public bool TryBegin(Instant started, string build, out string refusal) => Try(() => Begin(started, build), "written", out refusal);

    /// <summary>
    /// Writes the one fact of a run that has no desk, with the command that caused it; when true it is on the disk, and the next start
    /// gets it back.
    /// </summary>
    public bool TryAppend(DeskFact fact, SubmittedCommand command, out string refusal) => Try(
        () =>
        {
            using var link = OpenWriter(PatientBusyMilliseconds);
            fact.Number = 1;
            Append(link, [JournalRow.After(End, Run, fact, null, isNamed: false, command.ToText())]);
        },
        "written", out refusal);

    /// <summary>A connection for the one writer; it never makes the file. Throws what <see cref="StoreFault.From"/> understands.</summary>
    public SqliteLink OpenWriter(int busyMilliseconds)
    {
        if (!File.Exists(Path)) throw new FileNotFoundException("its file is gone");
        var link = SqliteLink.Open(Path, readOnly: false, busyMilliseconds);
        try
        {
            if (JournalTables.Form.Refuse(link, Path, _world) is { } wrong) throw new InvalidDataException(wrong);
            link.Execute("PRAGMA synchronous = FULL");
            return link;
        }
        catch
        {
            link.Dispose();
            throw;
        }
    }

    private bool Try(Action act, string whatFails, out string refusal)
    {
        try
        {
            act();
            refusal = "";
            return true;
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault)
        {
            refusal = fault.IsRefusal ? fault.Reason : $"The journal {Path} cannot be {whatFails}: {fault.Reason}.";
            return false;
        }
    }

    private void Open()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        var head = Head.Read();
        if (head is { Seq: > 0 } && !File.Exists(Path)) throw new InvalidDataException(CutSentence(head));
        using (var link = SqliteLink.Open(Path, readOnly: false, PatientBusyMilliseconds))
        {
            JournalTables.Form.MakeReady(link, Path, _world);
            link.Execute("PRAGMA synchronous = FULL");
            End = JournalTables.EndOf(link);
            HoldAgainst(head, link);
            TakeLeftOver(link);
        }

        Emergency.Prepare();
        Head.TryWrite(End);
    }

    private void HoldAgainst(ChainEnd? head, SqliteLink link)
    {
        if (head is null && End.Seq > 0) Remark = "The journal's head was missing, so an end that was cut off could not have been seen.";
        if (head is not { Seq: > 0 }) return;
        if (head.Seq > End.Seq) throw new InvalidDataException(CutSentence(head));
        var hash = JournalTables.HashAt(link, head.Seq);
        if (hash is null || !hash.AsSpan().SequenceEqual(head.Hash))
            throw new InvalidDataException(Say($"The journal {Path} is not the one its head belongs to: row {head.Seq} is another."));
    }

    private string CutSentence(ChainEnd head) => Say(
        $"The journal {Path} ends at row {End.Seq}, but its head knows row {head.Seq}: its end was cut off, or its log was left behind.");

    /// <summary>Rows that an emergency kept and the journal lacks are appended; those it has are held against it.</summary>
    private void TakeLeftOver(SqliteLink link)
    {
        var rows = Emergency.Read();
        if (rows.Count == 0) return;
        var missing = new List<JournalRow>();
        foreach (var row in rows)
        {
            var isThere = row.Seq <= End.Seq;
            var fits = isThere ? JournalTables.HashAt(link, row.Seq)?.AsSpan().SequenceEqual(row.Hash) == true
                : row.Follows(missing.Count == 0 ? End : missing[^1].End);
            if (!fits)
            {
                throw new InvalidDataException(Say(
                    $"The emergency file {EmergencyOf(Path)} does not go on from the journal at row {row.Seq}: one is of another time."));
            }

            if (!isThere) missing.Add(row);
        }

        Append(link, missing);
        Emergency.TryClear();
    }

    private void Begin(Instant started, string build)
    {
        using var link = OpenWriter(PatientBusyMilliseconds);
        var run = (int)link.ReadNumber("SELECT run FROM journal ORDER BY seq DESC LIMIT 1") + 1;
        var fact = new DeskFact { Kind = FactKind.Started, At = started };
        Append(link, [JournalRow.After(End, run, fact, null, isNamed: false, build)]);
        Run = run;
    }

    private void Append(SqliteLink link, List<JournalRow> rows)
    {
        if (rows.Count == 0) return;
        using (var insert = link.Prepare(JournalTables.Insert))
        {
            link.Execute("BEGIN IMMEDIATE");
            foreach (var row in rows)
            {
                row.BindTo(insert);
                insert.Run();
            }

            link.Execute("COMMIT");
        }

        End = rows[^1].End;
        Head.TryWrite(End);
    }

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
