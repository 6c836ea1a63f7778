namespace TradingDesk.Engine.Market;

/// <summary>What a name led to: an instrument, or a sentence that says why not and what is near.</summary>
internal readonly record struct InstrumentMatch
{
    private InstrumentMatch(Instrument? found, string problem)
    {
        Found = found;
        Problem = problem;
    }

    public Instrument? Found { get; }

    /// <summary>A sentence for a person; empty when found.</summary>
    public string Problem { get; }

    public static InstrumentMatch Of(Instrument instrument) => new(instrument, "");

    public static InstrumentMatch None(string problem) => new(null, problem);
}
