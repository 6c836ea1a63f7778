using TradingDesk.Cli.CommandLine;
using TradingDesk.Engine.Hosting.Operating;

namespace TradingDesk.Cli.Kills;

/// <summary>Asks a running desk, and waits for one that is still starting: a kill must not be lost to a bad moment.</summary>
internal static class PatientLine
{
    private const string Starting = "starting";
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Null with a sentence when no desk answers.</summary>
    public static OperatorAnswer? TryAsk(
        string dataFolder, OperatorRequest request, Terminal terminal, CancellationToken cancelled, out string refusal)
    {
        using var line = OperatorLine.TryOpen(dataFolder, out refusal);
        if (line is null) return null;
        var answer = line.AskAsync(request, cancelled).GetAwaiter().GetResult();
        if (answer.Code == Starting) terminal.Error.WriteLine("The desk is starting; waiting for it.");
        while (answer.Code == Starting)
        {
            cancelled.WaitHandle.WaitOne(_pause);
            answer = line.AskAsync(request, cancelled).GetAwaiter().GetResult();
        }

        return answer;
    }
}
