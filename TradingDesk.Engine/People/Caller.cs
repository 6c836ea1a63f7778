namespace TradingDesk.Engine.People;

/// <summary>Where a request comes from: the network address, and what the browser calls itself.</summary>
public sealed record Caller(string Address, string Browser)
{
    private const int BrowserMost = 120;

    /// <summary>The person at the machine itself, through the desk's socket.</summary>
    public static Caller Console { get; } = new("", "");

    public string KeptBrowser => Browser.Length <= BrowserMost ? Browser : Browser[..BrowserMost];
}
