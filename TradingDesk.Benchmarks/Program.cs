using TradingDesk.Benchmarks;
using TradingDesk.Benchmarks.Indicators;
using TradingDesk.Benchmarks.Latency;
using TradingDesk.Benchmarks.Queues;
using TradingDesk.Benchmarks.Storage;
using TradingDesk.Benchmarks.Trading;
using TradingDesk.Benchmarks.Users;

Goal[] goals =
[
    new("peek", () => new PeekGoal().Run()),
    new("update", () => new UpdateGoal().Run()),
    new("o1", ConstantWorkGoal.Run),
    new("alloc", AllocGoal.Run),
    new("alloc-order", OrderAllocGoal.Run),
    new("replay", ReplayGoal.Run),
    new("backtest", BacktestGoal.Run),
    new("scale", ScaleGoal.Run),
    new("sqlite", SqliteGoal.Run),
    new("latency", LatencyGoal.Run),
    new("ack", AckGoal.Run),
    new("intents", IntentsGoal.Run),
    new("kill", KillGoal.Run),
    new("users", UsersGoal.Run),
];

if (args is ["goals", ..]) return Goals.Run(goals, args.AsSpan(1));
if (args is ["queues"]) return QueueComparison.Run();
if (args is ["figures"]) return DeskFigures.Run();
Console.Error.WriteLine(Goals.Usage);
Console.Error.WriteLine("       queues | figures");
return 2;
