using TradingDesk.Engine.Line;
using TradingDesk.Engine.Storage.Tape;
using TradingDesk.Engine.Venues.Paper;

namespace TradingDesk.Engine.Hosting;

/// <summary>The one thread that runs the pipeline: takes an input, processes it, keeps it on the tape.</summary>
internal sealed class EngineThread
{
    /// <summary>How long the engine waits for a reader of facts before it goes on without it; a healthy disk needs milliseconds.</summary>
    private const int PatienceMilliseconds = 2_000;

    private const int IdleMilliseconds = 50;

    private readonly DeskCore _core;
    private readonly PaperMarket _paper;
    private readonly Inbox _inbox;
    private readonly TapeRecorder _tape;
    private readonly Action _wakeJournal;
    private readonly Action<Exception> _crash;
    private readonly Thread _thread;
    private volatile bool _stopping;
    private volatile bool _isGivenUp;
    private DeskInput _taken;
    private bool _isUnderWay;
    private long _passed;
    private long _journaled;

    /// <param name="core">What it runs.</param>
    /// <param name="paper">The market on paper, which sees every input before the pipeline and whose reports come in between.</param>
    /// <param name="inbox">Where inputs come from.</param>
    /// <param name="tape">Where they are kept, reports included.</param>
    /// <param name="wakeJournal">Told when there is something for the journal.</param>
    /// <param name="crash">Told of an exception, after which the engine is no more: the host leaves at once.</param>
    public EngineThread(DeskCore core, PaperMarket paper, Inbox inbox, TapeRecorder tape, Action wakeJournal, Action<Exception> crash)
    {
        (_core, _paper, _inbox, _tape, _wakeJournal, _crash) = (core, paper, inbox, tape, wakeJournal, crash);
        _thread = new Thread(Run) { Name = "engine", IsBackground = true };
    }

    /// <summary>How often a reader of facts was too slow and was passed.</summary>
    public long Passed => Volatile.Read(ref _passed);

    public void Start() => _thread.Start();

    /// <summary>Processes what is on the line, then ends; feeds must have stopped before.</summary>
    public void DrainAndStop()
    {
        _stopping = true;
        if (_thread.IsAlive && !_isGivenUp) _thread.Join();
    }

    /// <summary>
    /// The thread is held by something it called: whoever stops the engine does not wait for it, and should it come back it does no more.
    /// What it said before is on its way to its readers.
    /// </summary>
    public void GiveUp() => _isGivenUp = true;

    private void Run()
    {
        try
        {
            while (Step())
            {
            }

            if (_isGivenUp) return;
            CopyLastStates();
            _tape.HandOver();
        }
        catch (Exception broken) when (!_isGivenUp)
        {
            // The input that broke the engine is the tape's last, so that a re-run breaks on it too.
            if (_isUnderWay) _tape.Record(_taken, _core.Outbox.Published);
            _tape.HandOver();
            _crash(broken);
        }
        catch (Exception) when (_isGivenUp)
        {
            // It came back while the desk around it was taken down, which is said already.
        }
    }

    /// <summary>One input, or a short sleep without one; false when stopping and the line is empty.</summary>
    private bool Step()
    {
        if (_isGivenUp) return false;
        if (_inbox.TryRead(out var input))
        {
            _paper.Follow(_core.Board.Calendar);
            while (_paper.TryRead(input.At, out var report)) Process(report);
            _paper.Observe(input);
            Process(input);
            return true;
        }

        if (_stopping) return false;
        if (!_inbox.WaitForInput(IdleMilliseconds)) _tape.HandOver();
        return true;
    }

    private void Process(in DeskInput input)
    {
        MakeRoom();
        (_taken, _isUnderWay) = (input, true);
        _core.Pipeline.Process(input);
        _tape.Record(input, _core.Outbox.Published);
        _isUnderWay = false;
        if (_core.Outbox.Journaled == _journaled) return;
        _journaled = _core.Outbox.Journaled;
        _wakeJournal();
    }

    /// <summary>What the next start goes on from; a keeper that does not get done with the copy before is not waited for long.</summary>
    private void CopyLastStates()
    {
        var since = Environment.TickCount64;
        while (_core.Board.States.IsFull && Environment.TickCount64 - since < PatienceMilliseconds) Thread.Sleep(1);
        _core.Pipeline.CopyStates();
    }

    private void MakeRoom()
    {
        var facts = _core.Pipeline.FactsPerInputMost;
        if (_core.Outbox.HasRoom(facts)) return;
        _tape.HandOver();
        var since = Environment.TickCount64;
        while (!_core.Outbox.HasRoom(facts))
        {
            if (Environment.TickCount64 - since < PatienceMilliseconds)
            {
                Thread.Sleep(1);
                continue;
            }

            _core.Outbox.PassSlowReaders(facts);
            Volatile.Write(ref _passed, _passed + 1);
        }
    }
}
