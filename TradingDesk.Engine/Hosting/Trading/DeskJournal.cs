using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Journal;

namespace TradingDesk.Engine.Hosting.Trading;

/// <summary>The journal of a running desk: put back on the line at the start, then written on a thread of its own.</summary>
internal sealed class DeskJournal : IDisposable
{
    /// <summary>How long the journal's thread waits to be woken before it looks whether a failed disk works again.</summary>
    private const int IdleMilliseconds = 20;

    private readonly JournalFile _file;
    private readonly JournalReader _reader;
    private JournalWriter? _writer;
    private Inbox? _inbox;
    private (long Through, JournalHealth Health)? _untold;

    private DeskJournal(JournalFile file)
    {
        (_file, _reader) = (file, new JournalReader(file.Path));
        Life = new OrderHistory(_reader);
    }

    /// <summary>The lives of orders, for whoever looks.</summary>
    public OrderHistory Life { get; }

    public PartState State => _writer!.State;

    /// <summary>Opens the journal and begins this run in it; one that cannot be believed ends the start with a sentence.</summary>
    public static DeskJournal Open(DeskSettings settings, Instant now)
    {
        if (!JournalFile.TryOpen(settings.JournalFile, settings.World, out var file, out var refusal))
            throw new DeskRefusedException(refusal);
        if (!file!.TryBegin(now, DeskModes.BuildName, out refusal)) throw new DeskRefusedException(refusal);
        return new DeskJournal(file);
    }

    /// <summary>The plan of this run: with its number, and with every instrument that was ever traded.</summary>
    public DeskPlan Complete(DeskPlan plan)
    {
        var traded = Read(_reader.Instruments);
        var missing = traded.Where(known => !plan.Instruments.TryFind(known.Segment, known.Token, out _)).ToArray();
        return plan with
        {
            Run = _file.Run,
            TagKey = InstallKey.Of(Path.GetDirectoryName(_file.Path)!),
            Instruments = missing.Length == 0 ? plan.Instruments : new InstrumentTable([.. plan.Instruments.All, .. missing]),
        };
    }

    /// <summary>Gives the writer its place in the outbox, before the first input.</summary>
    public void Attach(DeskCore core, Inbox inbox, CommandGate gate, TimeProvider time)
    {
        _inbox = inbox;
        var answers = new JournalAnswers(gate.Answer, RefusalSentences.Of);
        _writer = new JournalWriter(_file, core.Plan.Instruments, core.Outbox.AddReader(), answers,
            (through, health) => _untold = (through, health), time);
    }

    /// <summary>Puts everything the journal holds on the line.</summary>
    public void Post(DeskPlan plan, Instant at, CancellationToken stop)
    {
        try
        {
            foreach (var page in _reader.ReadAll(plan.Instruments)) _inbox!.Post(DeskInput.Recovered(at, page), stop);
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault)
        {
            throw new DeskRefusedException($"The journal {_file.Path} cannot be read: {fault.Reason}.");
        }
    }

    public void Wake() => _writer!.Wake();

    public void Run(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            _writer!.WriteNext(IdleMilliseconds);
            Tell();
        }

        while (_writer!.WriteNext(0))
        {
        }
    }

    public void Dispose() => _writer?.Dispose();

    /// <summary>The journal never waits for the line, which may wait for the journal; what finds no place is told with the next.</summary>
    private void Tell()
    {
        if (_untold is { } news && _inbox!.TryPostNews(DeskInput.JournalSynced(default, news.Through, news.Health))) _untold = null;
    }

    private T Read<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (StoreFault.From(error) is { } fault)
        {
            throw new DeskRefusedException($"The journal {_file.Path} cannot be read: {fault.Reason}.");
        }
    }
}
