using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TradingDesk.Cli.Csv;

namespace TradingDesk.Cli.Importing;

/// <summary>A whole file of candles as it was written: its form, its rows, the rows that cannot be, and the hash of its bytes.</summary>
internal sealed record ImportText(string Path, ImportForm Form, string Hash, IReadOnlyList<ImportRow> Rows, IReadOnlyList<BadRow> Bad)
{
    /// <summary>They are held in memory, so that the store is locked for the writing alone.</summary>
    private const int RowsMost = 10_000_000;

    /// <summary>A file with more of them is none of candles; naming each would fill the memory.</summary>
    private const int BadMost = 100_000;

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Reads a file; null with a sentence when it is none of candles.</summary>
    public static ImportText? TryRead(string path, CancellationToken cancelled, out string refusal)
    {
        var name = System.IO.Path.GetFileName(path);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);
        var hash = Convert.ToHexStringLower(SHA256.HashData(stream));
        stream.Position = 0;
        using var text = new StreamReader(stream, Encoding.UTF8);
        var row = new CsvRows(text);
        refusal = "";
        if (!row.TryRead()) refusal = $"{name}: {(row.Problem.Length > 0 ? row.Problem : "the file is empty")}.";
        var form = refusal.Length == 0 ? ImportForm.Of(row) : null;
        if (refusal.Length == 0 && form is null) refusal = $"{name}: the first row is of no form this desk reads: {ImportForm.Known}.";
        if (form is null) return null;
        var rows = new List<ImportRow>();
        var bad = new List<BadRow>();
        for (var more = !form.HasHeader || row.TryRead(); more; more = row.TryRead())
        {
            if (form.TryRead(row, out var read) is { Length: > 0 } why) bad.Add(new BadRow(row.Line, why));
            else rows.Add(read);
            if ((rows.Count & 0x3FFF) == 0) cancelled.ThrowIfCancellationRequested();
            if (rows.Count < RowsMost && bad.Count < BadMost) continue;
            refusal = rows.Count < RowsMost
                ? string.Create(CultureInfo.InvariantCulture,
                    $"{name}: over {BadMost:N0} rows cannot be candles, line {bad[0].Line}: {bad[0].Why}.")
                : string.Create(CultureInfo.InvariantCulture, $"{name}: it has more than {RowsMost:N0} rows; import it in parts.");
            return null;
        }

        if (row.Problem.Length > 0) refusal = string.Create(CultureInfo.InvariantCulture, $"{name}, line {row.Line}: {row.Problem}.");
        return refusal.Length > 0 ? null : new ImportText(path, form, hash, rows, bad);
    }
}
