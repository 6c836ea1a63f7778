namespace TradingDesk.Engine.Hosting.Trading;

/// <summary>One run of the settings: its account, its canonical words, and whether it is started once it is declared.</summary>
internal sealed record DeclaredRun(string Account, string Words, bool Starts);
