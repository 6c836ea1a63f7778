using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Line.Levels;

/// <summary>The levels about money: the newest orders, the positions and the accounts.</summary>
internal sealed class MoneyLevels
{
    private int _accounts;
    private int _positions;
    private int _brackets;
    private int _risks;
    private long _orders;
    private long _durable;
    private int _health;
    private IReadOnlyList<KillLevel> _kills = [];

    /// <summary>The newest orders, each at its serial number modulo the capacity.</summary>
    public LevelCells<OrderLevel> Orders { get; } = new(Limits.OrdersShown);

    public LevelCells<PositionLevel> Positions { get; } = new(Limits.PositionsMost);

    /// <summary>Stops and targets that protect something; places without units are free.</summary>
    public LevelCells<BracketLevel> Brackets { get; } = new(Limits.PositionsMost);

    public LevelCells<AccountLevel> Accounts { get; } = new(Limits.AccountsMost);

    /// <summary>Limits and states of accounts and runs, in the order in which they first mattered.</summary>
    public LevelCells<RiskLevel> Risks { get; } = new(Limits.RisksShown);

    /// <summary>The accounts' names, by their place.</summary>
    public string[] Names { get; } = new string[Limits.AccountsMost];

    public int AccountCount
    {
        get => Volatile.Read(ref _accounts);
        set => Volatile.Write(ref _accounts, value);
    }

    public int PositionCount
    {
        get => Volatile.Read(ref _positions);
        set => Volatile.Write(ref _positions, value);
    }

    public int BracketCount
    {
        get => Volatile.Read(ref _brackets);
        set => Volatile.Write(ref _brackets, value);
    }

    public int RiskCount
    {
        get => Volatile.Read(ref _risks);
        set => Volatile.Write(ref _risks, value);
    }

    /// <summary>Orders put up so far.</summary>
    public long OrderCount
    {
        get => Volatile.Read(ref _orders);
        set => Volatile.Write(ref _orders, value);
    }

    /// <summary>The fact up to which the journal is durable.</summary>
    public long Durable
    {
        get => Volatile.Read(ref _durable);
        set => Volatile.Write(ref _durable, value);
    }

    /// <summary>The kill switches that are latched.</summary>
    public IReadOnlyList<KillLevel> Kills
    {
        get => Volatile.Read(ref _kills);
        set => Volatile.Write(ref _kills, value);
    }

    public JournalHealth Journal
    {
        get => (JournalHealth)Volatile.Read(ref _health);
        set => Volatile.Write(ref _health, (int)value);
    }
}
