namespace TradingDesk.Web.Live;

/// <summary>
/// Whether leaving positions and cancelling orders is asked about first. With real money it always is; with paper as the person chose.
/// </summary>
public sealed class Confirmations(Choices choices)
{
    /// <summary>The choice's name, and its value for whoever is not asked with paper.</summary>
    public const string Choice = "confirm";

    public const string OnlyRealMoney = "real-money";

    private const string Paper = "PAPER";

    public bool AsksWithPaper => choices.Of(Choice) != OnlyRealMoney;

    /// <param name="mode">The account's, as the desk names it.</param>
    public bool AsksFor(string mode) => mode != Paper || AsksWithPaper;
}
