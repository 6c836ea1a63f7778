namespace TradingDesk.Benchmarks.Latency;

/// <summary>Microseconds of the packets of one run, ascending: of those by which a strategy decides, and of the others.</summary>
internal sealed record LatencyTimes(double[] Decisions, double[] Ticks);
