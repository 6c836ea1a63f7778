using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Orders;

/// <summary>
/// A strategy's wish as a fact: numbered, with why, how sure and by which values. The fact's refusal code says why it was not acted on;
/// the intents it caused carry its number.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 8)]
internal struct SignalTerms
{
    /// <summary>From 1, never given again; 0 for an evaluation that a person asked for.</summary>
    public int Number;

    public RunId Run;

    public SignalKind Kind;

    public Side Side;

    /// <summary>How sure, from 0 to 10,000.</summary>
    public short Confidence;

    /// <summary>The number of its sentence in the strategy's description.</summary>
    public byte Reason;

    /// <summary>How many of the values it has.</summary>
    public byte Count;

    /// <summary>The candle's timeframe.</summary>
    public int Seconds;

    /// <summary>The version of the run's declaration that decided.</summary>
    public int Version;

    /// <summary>Always 0: fills the place up, for the hash sees every byte.</summary>
    public int Unused;

    /// <summary>The candle it was decided on, by its start.</summary>
    public Instant Candle;

    /// <summary>That candle's close.</summary>
    public Price Price;

    public Price Stop;

    public Price Target;

    /// <summary>Up to four numbers that decided it.</summary>
    public SignalValues Values;

    [InlineArray(4)]
    public struct SignalValues
    {
        private double _first;
    }
}

/// <summary>What a signal is about.</summary>
internal enum SignalKind : byte
{
    Enter = 1,
    Exit = 2,
    Aim = 3,
    Protect = 4,
}
