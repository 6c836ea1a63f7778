using TradingDesk.Engine.Line;

namespace TradingDesk.Engine.Storage.Tape;

/// <summary>Reads the tape of a folder, file by file in the order of their days, block by block.</summary>
internal sealed class TapeReader(string folder)
{
    private readonly List<string> _torn = [];

    /// <summary>What was wrong at the ends of files: a block that was cut off.</summary>
    public IReadOnlyList<string> Torn => _torn;

    /// <summary>The blocks in order, each with its file and place; one not to be believed throws FormatException naming both.</summary>
    public IEnumerable<(TapeBlock Block, byte[] Hash, string Place)> Blocks()
    {
        foreach (var path in TapeNames.InOrder(folder))
            foreach (var block in BlocksOf(path))
                yield return block;
    }

    private IEnumerable<(TapeBlock Block, byte[] Hash, string Place)> BlocksOf(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        for (var number = 1; ; number++)
        {
            var place = $"{Path.GetFileName(path)}, block {number}";
            if (ReadNext(file, place, out var hash, out var torn) is not { } block)
            {
                if (torn) _torn.Add($"{place} was cut off while it was written and is left out");
                yield break;
            }

            yield return (block, hash, place);
        }
    }

    private static TapeBlock? ReadNext(FileStream file, string place, out byte[] hash, out bool torn)
    {
        try
        {
            return TapeBlock.ReadFrom(file, out hash, out torn);
        }
        catch (FormatException wrong)
        {
            throw new FormatException($"{place}: {wrong.Message}.", wrong);
        }
    }
}
