namespace TradingDesk.Tests.Processes;

/// <summary>Tests of whole desks, one after the other and after the tests that run side by side: they look at real time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessCollection
{
    public const string Name = "Process";
}
