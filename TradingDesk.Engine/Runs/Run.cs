using TradingDesk.Engine.Line;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Runs;

/// <summary>One run as the journal's facts tell it: its declaration, where it stands, what it wants to hold and what it made.</summary>
internal sealed class Run(RunId id, AccountId account, Instant declaredAt)
{
    public RunId Id { get; } = id;

    public AccountId Account { get; } = account;

    public Instant DeclaredAt { get; } = declaredAt;

    /// <summary>The words it was declared with.</summary>
    public string Words { get; private set; } = "";

    /// <summary>What the words mean; null when this desk does not know what they name.</summary>
    public RunSpec? Spec { get; private set; }

    /// <summary>Counts its declarations from 1.</summary>
    public int Version { get; private set; }

    public RunState State { get; private set; }

    /// <summary>Why it stands there, where there is a reason.</summary>
    public RefusalCode Code { get; private set; }

    /// <summary>What broke it, in words; empty otherwise.</summary>
    public string Remark { get; private set; } = "";

    public Instant MovedAt { get; private set; } = declaredAt;

    /// <summary>What it wants to hold: 1, -1 or 0 by the way of what it watches.</summary>
    public int Way { get; private set; }

    /// <summary>The signal that opened what it holds.</summary>
    public SignalTerms Entry { get; private set; }

    public SignalTerms LastSignal { get; private set; }

    /// <summary>Why the last signal was not acted on; none when it was.</summary>
    public RefusalCode LastSignalCode { get; private set; }

    public Instant LastSignalAt { get; private set; }

    /// <summary>Signals raised since it was declared.</summary>
    public int Signals { get; private set; }

    public DateOnly EntryDay { get; private set; }

    /// <summary>Entries accepted on that day.</summary>
    public int Entries { get; private set; }

    /// <summary>What its trades made.</summary>
    public RunMoney Money { get; } = new();

    public void Declare(string words, RunSpec? spec, int version) => (Words, Spec, Version) = (words, spec, version);

    public void Move(in RunEvent moved, RefusalCode code, string remark, Instant at) =>
        (State, Way, Code, Remark, MovedAt) = (moved.State, moved.Way, code, remark, at);

    public void Raise(in SignalTerms signal, RefusalCode code, Instant at)
    {
        (LastSignal, LastSignalCode, LastSignalAt) = (signal, code, at);
        Signals++;
        if (code != RefusalCode.None || signal.Kind == SignalKind.Protect) return;
        Way = signal.Kind == SignalKind.Exit ? 0 : signal.Side.Sign();
        if (Way != 0) Entry = signal;
    }

    /// <summary>An entry of it was accepted.</summary>
    public void Enter(Instant at)
    {
        var day = at.IndiaDate;
        Entries = day == EntryDay ? Entries + 1 : 1;
        EntryDay = day;
    }

    public int EntriesOn(DateOnly day) => day == EntryDay ? Entries : 0;
}
