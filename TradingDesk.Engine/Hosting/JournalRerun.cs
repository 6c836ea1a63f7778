using System.Globalization;
using System.Runtime.InteropServices;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Journal;

namespace TradingDesk.Engine.Hosting;

/// <summary>
/// The journal beside a tape that is re-run: gives back what a start got from it, and holds what the re-run says about money against the
/// rows of the same run, up to what is durable in both.
/// </summary>
internal sealed class JournalRerun(JournalReader journal) : IDisposable
{
    private IEnumerator<JournalRow>? _rows;
    private JournalRow? _next;
    private int _run;
    private long _missing;

    /// <summary>Facts that stand in the journal exactly as the re-run says them.</summary>
    public long Compared { get; private set; }

    /// <summary>The first difference of the run; empty without any.</summary>
    public string Difference { get; private set; } = "";

    /// <summary>The path of the journal beside a folder of tapes.</summary>
    public static string PathBeside(string tapeFolder) =>
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(tapeFolder).TrimEnd(Path.DirectorySeparatorChar)) ?? "", "journal.db");

    /// <summary>Null when no journal stands beside that folder.</summary>
    public static JournalRerun? Beside(string tapeFolder) =>
        File.Exists(PathBeside(tapeFolder)) ? new JournalRerun(new JournalReader(PathBeside(tapeFolder))) : null;

    /// <summary>A run begins; one without a number kept no journal.</summary>
    public void Begin(int run)
    {
        _rows?.Dispose();
        (_run, _missing, _next, Difference) = (run, 0, null, "");
        _rows = run == 0 ? null : journal.FactsOf(run).GetEnumerator();
        MoveNext();
    }

    /// <summary>The stretch of the journal that the tape names; null, with the difference said, when it is not there.</summary>
    public JournalPage? Find(JournalPage reference, InstrumentTable instruments)
    {
        JournalPage? page = null;
        Try(() => page = journal.Read(reference, instruments));
        return page;
    }

    /// <summary>A fact of the re-run, with the command that caused it.</summary>
    public void Hold(in DeskFact fact, SubmittedCommand? command)
    {
        if (_run == 0 || Difference.Length > 0) return;
        if (_next is { } row && (row.Fact < fact.Number || (row.Fact == fact.Number && !fact.IsJournaled)))
            Differ(row.Fact, Say($"the journal has it in row {row.Seq}, the re-run says no such thing"));
        else if (!fact.IsJournaled) return;
        else if (_next is null) _missing = _missing == 0 ? fact.Number : _missing;
        else if (_next.Fact > fact.Number) Differ(fact.Number, "the journal has later ones and not this one");
        else HoldAgainst(_next, fact, command?.ToText() ?? "");
    }

    /// <summary>The desk was told that the journal is durable up to that fact.</summary>
    public void Hear(long through)
    {
        if (Difference.Length == 0 && _missing > 0 && _missing <= through)
            Differ(_missing, "it was told durable and the journal does not have it");
    }

    public void Dispose() => _rows?.Dispose();

    private void HoldAgainst(JournalRow row, in DeskFact fact, string command)
    {
        if (!row.Body.SequenceEqual(MemoryMarshal.AsBytes(new ReadOnlySpan<DeskFact>(in fact))))
            Differ(fact.Number, Say($"the journal's row {row.Seq} says {row.Kind} at {row.At}, the re-run {fact.Kind} at {fact.At}"));
        else if (row.Command != Written(command))
            Differ(fact.Number, Say($"the journal's row {row.Seq} names another command than the re-run"));
        else Compared++;
        if (Difference.Length == 0) MoveNext();
    }

    /// <summary>Text as a file gives it back: half a character is written as the sign for what cannot be written.</summary>
    private static string Written(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));

    private void MoveNext() => Try(() => _next = _rows is not null && _rows.MoveNext() ? _rows.Current : null);

    private void Try(Action read)
    {
        try
        {
            read();
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault)
        {
            Difference = fault.IsRefusal ? fault.Reason : $"The journal {journal.Path} cannot be read: {fault.Reason}.";
        }
    }

    private void Differ(long fact, string how) => Difference = Say($"run {_run}, fact {fact}: {how}.");

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
