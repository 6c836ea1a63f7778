using TradingDesk.Engine.Market;

namespace TradingDesk.Engine.Feeds;

/// <summary>The list of instruments that comes with the program, used until a broker's master replaces it.</summary>
internal static class ListedInstruments
{
    public static InstrumentFile Read()
    {
        using var stream = typeof(ListedInstruments).Assembly.GetManifestResourceStream("instruments.csv")
            ?? throw new InvalidOperationException("The program was built without its list of instruments.");
        using var reader = new StreamReader(stream);
        return InstrumentFile.Parse(reader.ReadToEnd());
    }
}
