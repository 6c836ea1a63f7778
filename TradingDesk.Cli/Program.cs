using TradingDesk.Cli;
using TradingDesk.Cli.CommandLine;

using var cancelled = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    cancelled.Cancel();
};
return DeskCommandLine.Run(args, new Terminal(Console.Out, Console.Error, !Console.IsErrorRedirected), cancelled.Token);
