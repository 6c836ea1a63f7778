namespace TradingDesk.Tests.Tidy;

/// <summary>Something the desk does often, ready to be done again and again on one thread.</summary>
/// <param name="Run">Does it once.</param>
/// <param name="UnitsPerRun">How many units of work, such as candles read, one run is.</param>
/// <param name="Held">What it needs until it is over.</param>
internal sealed record MeasuredOperation(Action Run, int UnitsPerRun = 1, params IDisposable[] Held) : IDisposable
{
    public void Dispose()
    {
        foreach (var held in Held) held.Dispose();
    }
}
