using System.Globalization;
using TradingDesk.Engine.Line;

namespace TradingDesk.Engine.Storage.Tape;

/// <summary>Reads the tape of a folder, file by file in the order of their days, block by block.</summary>
internal sealed class TapeReader(string folder)
{
    private readonly List<string> _torn = [];
    private readonly List<string> _passedOver = [];

    /// <summary>What was wrong at the ends of files: a block that was cut off.</summary>
    public IReadOnlyList<string> Torn => _torn;

    /// <summary>What <see cref="Readable"/> could not read.</summary>
    public IReadOnlyList<string> PassedOver => _passedOver;

    /// <summary>The blocks in order, each with its file and place; one not to be believed throws FormatException naming both.</summary>
    public IEnumerable<(TapeBlock Block, byte[] Hash, string Place)> Blocks() =>
        TapeNames.InOrder(folder).SelectMany(path => BlocksOf(path, goesOn: false));

    /// <summary>The blocks that can be believed; after one that cannot, it goes on with the next one that begins in the file.</summary>
    public IEnumerable<(TapeBlock Block, byte[] Hash, string Place)> Readable() =>
        TapeNames.InOrder(folder).SelectMany(path => BlocksOf(path, goesOn: true));

    private IEnumerable<(TapeBlock Block, byte[] Hash, string Place)> BlocksOf(string path, bool goesOn)
    {
        using var file = Open(path, goesOn);
        for (var number = 1; file is not null; number++)
        {
            var at = file.Position;
            var place = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}, block {number} at byte {at}");
            if (TryReadNext(file, place, goesOn, out var block, out var hash))
            {
                if (block is null) yield break;
                yield return (block, hash, place);
            }
            else if (!TapeBlock.TryFind(file, at + 1))
            {
                yield break;
            }
        }
    }

    private FileStream? Open(string path, bool goesOn)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var sentence = $"{Path.GetFileName(path)} cannot be opened: {error.Message.TrimEnd('.')}.";
            if (!goesOn) throw new FormatException(sentence, error);
            _passedOver.Add(sentence);
            return null;
        }
    }

    /// <summary>False for a block that is not to be believed; true without a block at the file's end.</summary>
    private bool TryReadNext(FileStream file, string place, bool goesOn, out TapeBlock? block, out byte[] hash)
    {
        try
        {
            block = TapeBlock.ReadFrom(file, out hash, out var torn);
            if (torn) _torn.Add($"{place} was cut off while it was written and is left out");
            return true;
        }
        catch (Exception wrong) when (wrong is FormatException or IOException or InvalidDataException)
        {
            var sentence = $"{place}: {wrong.Message.TrimEnd('.')}.";
            if (!goesOn) throw new FormatException(sentence, wrong);
            _passedOver.Add(sentence);
            (block, hash) = (null, []);
            return false;
        }
    }
}
