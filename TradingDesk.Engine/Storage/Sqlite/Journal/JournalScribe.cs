using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Sqlite.Journal;

/// <summary>Makes the rows of one run, each chained to the one before, wherever they will be written.</summary>
internal sealed class JournalScribe(int run, InstrumentTable instruments, ChainEnd end)
{
    private readonly bool[] _named = new bool[instruments.Count];
    private ChainEnd _end = end;

    public JournalRow Compose(in DeskFact fact, SubmittedCommand? command)
    {
        var instrument = IsAboutInstrument(fact.Kind) ? instruments[fact.Instrument] : null;
        var isFirst = instrument is not null && !_named[instrument.Id.Index];
        if (isFirst) _named[instrument!.Id.Index] = true;
        var row = JournalRow.After(_end, run, fact, instrument, isFirst, command?.ToText() ?? "");
        _end = row.End;
        return row;
    }

    private static bool IsAboutInstrument(FactKind kind) => kind is FactKind.IntentAccepted or FactKind.IntentDenied
        or FactKind.OrderMoved or FactKind.PositionSettled or FactKind.StopMoved or FactKind.BracketMoved or FactKind.SquareOffMissed;
}
