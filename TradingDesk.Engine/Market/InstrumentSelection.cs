namespace TradingDesk.Engine.Market;

/// <summary>
/// The instruments a list of names stands for, in its order and each once, and a sentence for every entry that stands
/// for none.
/// </summary>
internal sealed record InstrumentSelection(IReadOnlyList<Instrument> Instruments, IReadOnlyList<string> Problems);
