namespace TradingDesk.Engine.Primitives;

/// <summary>Refusals as programs read them: `funds-short`, `price-off-tick`.</summary>
internal static class RefusalWords
{
    public static string Of(RefusalCode code) =>
        string.Concat(code.ToString().Select((sign, place) =>
            char.IsUpper(sign) ? (place == 0 ? "" : "-") + char.ToLowerInvariant(sign) : sign.ToString()));
}
