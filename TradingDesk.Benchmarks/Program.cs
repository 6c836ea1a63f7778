using TradingDesk.Benchmarks;

Goal[] goals =
[
    new("peek", () => new PeekGoal().Run()),
];

if (args is ["goals", ..]) return Goals.Run(goals, args.AsSpan(1));
Console.Error.WriteLine(Goals.Usage);
return 2;
