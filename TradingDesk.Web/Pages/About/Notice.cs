namespace TradingDesk.Web.Pages.About;

/// <summary>A piece of others' software in the desk: its name, its version, its licence and whose it is.</summary>
public sealed record Notice(string Name, string Version, string Licence, string Holder)
{
    /// <summary>Where it is: in the browser, or in the programs.</summary>
    public string Place { get; init; } = "";
}
