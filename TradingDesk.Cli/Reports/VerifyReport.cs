using System.Globalization;
using System.Text;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Storage.Sqlite.Journal;
using TradingDesk.Engine.Storage.Tape;

namespace TradingDesk.Cli.Reports;

/// <summary>What a re-run of one tape and a check of the journal beside it found.</summary>
/// <param name="Folder">The folder of the tape.</param>
/// <param name="Tape">Of the re-run.</param>
/// <param name="Journal">Of its chain; null where no journal is.</param>
internal sealed record VerifyReport(string Folder, TapeCheck Tape, JournalCheck? Journal)
{
    public bool IsIdentical => Tape.Identical && (Journal is null || Journal.IsSound);

    /// <summary>For machines.</summary>
    public object Readable => new
    {
        Folder,
        Identical = IsIdentical,
        Tape.Facts,
        Tape.Hash,
        Tape.Inputs,
        Tape.Starts,
        Tape.Difference,
        Tape.Remarks,
        Journal = Journal is null ? null : new
        {
            Journal.IsSound,
            Journal.Rows,
            Journal.Hash,
            Journal.BadSeq,
            Journal.Sentence,
            Compared = Tape.InJournal,
        },
    };

    public static VerifyReport Of(string folder)
    {
        var journal = JournalRerun.PathBeside(folder);
        var chain = File.Exists(journal) ? new JournalReader(journal).Check() : null;
        using var rerun = new TapeRerun(folder);
        return new VerifyReport(folder, rerun.Run(), chain);
    }

    public string ToText(bool hasHeading)
    {
        var text = new StringBuilder();
        if (hasHeading) text.Append(CultureInfo.InvariantCulture, $"{Folder}:\n");
        if (Tape.Identical) text.Append(CultureInfo.InvariantCulture, $"identical {Tape.Facts} facts {Tape.Hash}\n");
        else text.Append(CultureInfo.InvariantCulture, $"different: {Tape.Difference}\n");
        if (Journal is { IsSound: true })
            text.Append(CultureInfo.InvariantCulture, $"journal {Journal.Rows} rows {Journal.Hash}, {Tape.InJournal} facts compared\n");
        else if (Journal is not null) text.Append(CultureInfo.InvariantCulture, $"journal: {Journal.Sentence}\n");
        foreach (var remark in Tape.Remarks) text.Append(CultureInfo.InvariantCulture, $"left out: {remark}\n");
        return text.ToString();
    }
}
