using TradingDesk.Benchmarks;

Goal[] goals =
[
    new("peek", () => new PeekGoal().Run()),
    new("alloc", AllocGoal.Run),
    new("replay", ReplayGoal.Run),
    new("scale", ScaleGoal.Run),
];

if (args is ["goals", ..]) return Goals.Run(goals, args.AsSpan(1));
Console.Error.WriteLine(Goals.Usage);
return 2;
