namespace TradingDesk.Engine.Feeds.Simulated;

/// <summary>The implied volatility of the simulated options: dearer below the index, a little dearer far above it.</summary>
internal static class VolatilitySmile
{
    private const double Nifty = 0.115;
    private const double BankNifty = 0.135;
    private const double Skew = -0.9;
    private const double Curve = 9;

    /// <summary>Beyond this distance from the forward the smile stays flat.</summary>
    private const double FarthestDistance = 0.08;

    public static double At(SimulatedProfile profile, double forward, double strike)
    {
        var distance = Math.Clamp((strike / forward) - 1, -FarthestDistance, FarthestDistance);
        var middle = profile.Underlying == SimulatedUnderlying.BankNifty ? BankNifty : Nifty;
        return middle * (1 + (Skew * distance) + (Curve * distance * distance));
    }
}
