using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Feeds.Simulated;

/// <summary>
/// What every instrument shares in one minute: the paths of the market, of the branches and of the indices that
/// contracts hang on.
/// </summary>
internal sealed class MinuteFrame(ulong seed)
{
    /// <summary>A minute's path is straight between knots 1,875 ms apart.</summary>
    public const int Spans = 32;

    public const int KnotMilliseconds = 60_000 / Spans;

    /// <summary>A day's move of the market and, beyond it, of a branch.</summary>
    private const double MarketDeviation = 0.0078;

    private const double SectorDeviation = 0.0045;

    private readonly ulong _marketKey = Noise.KeyOf(seed, "market");
    private readonly ulong[] _sectorKeys = [.. Enum.GetNames<SimulatedSector>().Select(name => Noise.KeyOf(seed, "sector " + name))];
    private readonly double[] _market = new double[Spans + 1];
    private readonly double[][] _sectors = [.. Enum.GetValues<SimulatedSector>().Select(_ => new double[Spans + 1])];
    private readonly double[][] _spots = [.. Enum.GetValues<SimulatedUnderlying>().Select(_ => new double[Spans + 1])];
    private readonly double[] _tentHeights = new double[5];
    private readonly SimulatedProfile[] _underlyings =
        [.. Enum.GetValues<SimulatedUnderlying>().Skip(1).Select(SimulatedProfiles.For)];
    private readonly ulong[] _underlyingKeys =
        [.. Enum.GetValues<SimulatedUnderlying>().Skip(1).Select(u => Noise.KeyOf(seed, SimulatedProfiles.SymbolOf(u)))];

    private long _clockStart;
    private long _clockEnd;

    public SimulatedSession? Session { get; private set; }

    public int Minute { get; private set; }

    public Instant Start { get; private set; }

    /// <summary>How busy the minute is; 1 is the session's mean.</summary>
    public double Density { get; private set; }

    public bool Holds(SimulatedSession session, int minute) => ReferenceEquals(Session, session) && Minute == minute;

    public void Prepare(SimulatedSession session, int minute)
    {
        Session = session;
        Minute = minute;
        Start = session.StartOf(minute);
        Density = session.Shape.DensityOf(minute);
        _clockStart = session.ClockAt(minute);
        _clockEnd = session.ClockAt(minute + 1);
        var days = (double)(_clockEnd - _clockStart) / RandomPath.Day;
        for (var level = 0; level < _tentHeights.Length; level++, days /= 2) _tentHeights[level] = RandomPath.TentHeight(days);
        Trace(_marketKey, MarketDeviation, _market);
        for (var i = 1; i < _sectors.Length; i++) Trace(_sectorKeys[i], SectorDeviation, _sectors[i]);
        for (var i = 0; i < _underlyings.Length; i++) PriceOf(_underlyings[i], _underlyingKeys[i], _spots[i + 1]);
    }

    /// <summary>The index behind a contract, at every knot, in units of the price scale.</summary>
    public ReadOnlySpan<double> SpotOf(SimulatedUnderlying underlying) => _spots[(int)underlying];

    /// <summary>
    /// An instrument's price at every knot: its level moved by the market, its branch and itself, in units of the price
    /// scale.
    /// </summary>
    public void PriceOf(SimulatedProfile profile, ulong key, Span<double> knots)
    {
        Trace(key, profile.OwnDeviation, knots);
        var sector = _sectors[(int)profile.Sector];
        var level = profile.Level * Price.Scale;
        for (var i = 0; i <= Spans; i++)
        {
            var move = knots[i] + (profile.Beta * _market[i]) + (profile.SectorWeight * sector[i]);
            knots[i] = level * (1 + move + (move * move / 2));   // The exponential's beginning: never below half the level.
        }
    }

    /// <summary>A random path over the minute: the walk at both ends, halved five times in between.</summary>
    public void Trace(ulong key, double deviation, Span<double> knots)
    {
        knots[0] = RandomPath.At(key, _clockStart) * deviation;
        knots[Spans] = RandomPath.At(key, _clockEnd) * deviation;
        var minuteKey = Noise.At(~key, _clockStart);
        var bits = 0UL;
        var drawn = 0;
        for (int level = 0, step = Spans; step > 1; level++, step /= 2)
        {
            var height = _tentHeights[level] * deviation / short.MaxValue;
            for (var i = step / 2; i < Spans; i += step)
            {
                bits = (drawn & 3) == 0 ? Noise.At(minuteKey, drawn) : bits >> 16;
                drawn++;
                knots[i] = ((knots[i - (step / 2)] + knots[i + (step / 2)]) / 2) + (height * unchecked((short)bits));
            }
        }
    }
}
