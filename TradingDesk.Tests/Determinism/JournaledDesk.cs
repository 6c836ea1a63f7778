using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Accounts;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Orders;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite;
using TradingDesk.Engine.Storage.Sqlite.Journal;
using TradingDesk.Engine.Storage.Tape;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Determinism;

/// <summary>One run of a desk without threads that keeps its tape and its journal in a data folder, each as far as the test says.</summary>
internal sealed class JournaledDesk : IDisposable
{
    private readonly FakeTime _time = new();
    private readonly DeskCore _core;
    private readonly TapeRecorder _recorder;
    private readonly TapeWriter _tape;
    private readonly JournalWriter _journal;
    private readonly List<DeskInput> _news = [];
    private Instant _now = TestPlans.Open.PlusSeconds(60);
    private long _commands;

    public JournaledDesk(string data)
    {
        _time.Now = _now.ToIndia();
        var path = JournalOf(data);
        Assert.True(JournalFile.TryOpen(path, CandleWorld.Simulated, out var file, out var refusal), refusal);
        var reader = new JournalReader(path);
        var plan = TestPlans.Live(TradingCalendar.BuiltIn(), 2, 60);
        var pages = reader.ReadAll(plan.Instruments).ToList();
        Assert.True(file!.TryBegin(_now, "1.2.3", out refusal), refusal);
        plan = plan with { Run = file.Run };
        _core = new DeskCore(plan);
        _recorder = new TapeRecorder(factsMost: int.MaxValue, patienceMilliseconds: 0);
        _tape = new TapeWriter(
            _recorder, _core.Outbox.AddReader(), new TapeShelf(TapeOf(data), int.MaxValue, long.MaxValue), _time);
        _journal = new JournalWriter(file, plan.Instruments, _core.Outbox.AddReader(), new JournalAnswers(_ => { }, code => $"{code}."),
            (through, health) => _news.Add(DeskInput.JournalSynced(_now, through, health)), _time);
        Put(DeskInput.Started(_now, plan));
        foreach (var page in pages) Put(DeskInput.Recovered(_now, page));
        Put(DeskInput.HistoryEnd(_now));
    }

    /// <summary>Orders of this run and of those before.</summary>
    public int Orders => _core.Pipeline.Orders.Book.Orders.All.Count;

    public static string TapeOf(string data) => Path.Combine(data, "simulated", "tape");

    public static string JournalOf(string data) => Path.Combine(data, "simulated", "journal.db");

    /// <summary>An account if there is none, then so many orders, some of them denied; the journal is told after each.</summary>
    public void Trade(int orders)
    {
        if (_core.Pipeline.Orders.Book.Accounts.Count == 0) Ask(new OpenAccount(Money.FromRupees(10_00_000)));
        for (var number = 0; number < orders; number++)
        {
            _now = _now.PlusMilliseconds(700);
            Put(DeskInput.Of(_now, TestPlans.One, new Tick { Time = _now, Last = Price.FromPaise(10_000), DayVolume = number }));
            var paise = number % 4 == 3 ? 10_001 : 10_000;
            Ask(new PlaceOrder("1:1", Side.Buy, Product.Mis, OrderType.Limit, new Quantity(10)) { Price = Price.FromPaise(paise) });
            Sync();
        }
    }

    /// <summary>A command that the tape has and the journal has not.</summary>
    public void TradeUnsynced() => Ask(new PlaceOrder("1:2", Side.Sell, Product.Mis, OrderType.Market, new Quantity(1)));

    public void Sync()
    {
        while (_journal.WriteNext(0))
        {
        }

        foreach (var told in _news.ToArray()) Put(told);
        _news.Clear();
    }

    /// <summary>All that was taken reaches the tape.</summary>
    public void WriteTape()
    {
        _recorder.HandOver();
        while (_tape.WriteNext(0))
        {
        }
    }

    public void Dispose()
    {
        _journal.Dispose();
        _tape.Dispose();
        _recorder.Dispose();
    }

    private void Ask(DeskCommand command) =>
        Put(DeskInput.Of(_now,
            new SubmittedCommand(++_commands, "test", "PAPER-1", $"{_core.Plan.Run}-{_commands}", command) { MayRaise = true }));

    private void Put(in DeskInput input)
    {
        _core.Pipeline.Process(input);
        _recorder.Record(input, _core.Outbox.Published);
    }
}
