namespace TradingDesk.Engine.Commands;

/// <summary>The command that declares a strategy's run on its account: words such as `strategy=ma_crossover instrument=1:2885`.</summary>
public sealed record DeclareRun(string Words) : DeskCommand
{
    internal const string Verb = "run-declare";

    public override string ToText() => $"{Verb} {Words.ReplaceLineEndings(" ")}";
}
