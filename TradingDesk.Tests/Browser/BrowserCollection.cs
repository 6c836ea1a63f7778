namespace TradingDesk.Tests.Browser;

/// <summary>All tests with a browser: one after the other, after the tests that run side by side, with one desk and one browser.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "Browser";
}
