using System.Security.Cryptography;
using TradingDesk.Engine.Hosting.Warmth;
using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Catalogue;
using TradingDesk.Engine.Indicators.Lists;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators;

/// <summary>
/// What the kept words of every indicator mean. Whoever changes an indicator's arithmetic or state makes this red, and raises
/// SnapshotCodec.Format with the new hash: otherwise desks would go on from states that mean something else.
/// </summary>
public sealed class StateFormatTests
{
    private const int Seed = 20_261_121;

    [Fact]
    public void The_states_of_all_indicators_are_those_of_their_format()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var known in IndicatorCatalog.All)
        {
            var set = new IndicatorSet(new IndicatorList(IndicatorSpecs.Parse(known.Code).Specs));
            foreach (var candle in CandleShapes.Make("sessions", 400, Seed)) set.Update(candle);
            var words = new long[set.StateWords];
            var writer = new StateWriter(words);
            set.Save(ref writer);
            foreach (var word in words) hash.AppendData(BitConverter.GetBytes(word));
        }

        var state = Convert.ToHexStringLower(hash.GetHashAndReset())[..16];

        Assert.Equal((1, "f1b362b87549d659"), (SnapshotCodec.Format, state));
    }
}
