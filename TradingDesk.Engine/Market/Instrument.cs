using System.Globalization;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Market;

/// <summary>One thing that trades or is quoted, keyed by segment and token.</summary>
internal sealed record Instrument(Segment Segment, int Token, string Symbol, string Name, InstrumentKind Kind)
{
    /// <summary>Its place in the table; set by the table that holds it.</summary>
    public InstrumentId Id { get; init; }

    /// <summary>Units in one lot; 1 for cash.</summary>
    public int Lot { get; init; } = 1;

    /// <summary>The smallest price step.</summary>
    public Price Tick { get; init; } = Price.FromPaise(5);

    /// <summary>The largest quantity of one order in units; 0 when unknown.</summary>
    public int Freeze { get; init; }

    public DateOnly? Expiry { get; init; }

    public Price Strike { get; init; }

    /// <summary>Whether contracts on it trade: such a stock stops earlier than others.</summary>
    public bool HasDerivatives { get; init; }

    /// <summary>Whose hours it keeps.</summary>
    public TradingHours Hours => TradingHours.Of(Segment, Kind, HasDerivatives);

    /// <summary>False while its facts come from an unconfirmed list; said wherever it is shown.</summary>
    public bool Verified { get; init; } = true;

    /// <summary>Exchange type and token, such as `1:2885`.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{(int)Segment}:{Token}");

    /// <summary>Exchange and symbol, such as `NSE:RELIANCE`.</summary>
    public string FullName => $"{Segment.ToString().ToUpperInvariant()}:{Symbol}";
}
