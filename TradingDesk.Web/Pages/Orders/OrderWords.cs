using System.Globalization;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Pages.Orders;

/// <summary>Orders in a trader's words; a stage never says more than the evidence.</summary>
internal static class OrderWords
{
    private const long HundredthOfRupee = Price.Scale / 100;

    public static string Of(Product product) => product switch
    {
        Product.Cnc => "CNC",
        Product.Mis => "MIS",
        Product.Nrml => "NRML",
        _ => "?",
    };

    public static string Of(OrderType type) => type switch
    {
        OrderType.Market => "MARKET",
        OrderType.Limit => "LIMIT",
        OrderType.StopLimit => "SL",
        OrderType.StopMarket => "SL-M",
        _ => "?",
    };

    /// <summary>What is said of a validity beside the usual one.</summary>
    public static string Beyond(Validity validity) => validity == Validity.Ioc ? ", IOC" : "";

    public static string Of(OrderStage stage) => stage switch
    {
        OrderStage.Recording => "Recording",
        OrderStage.Sending => "Sending",
        OrderStage.Unknown => "Unknown",
        OrderStage.Pending => "Pending",
        OrderStage.Working => "Working",
        OrderStage.PartlyFilled => "Partly filled",
        OrderStage.Filled => "Filled",
        OrderStage.Cancelling => "Cancelling",
        OrderStage.Changing => "Changing",
        OrderStage.Cancelled => "Cancelled",
        OrderStage.Rejected => "Rejected",
        OrderStage.Expired => "Expired",
        OrderStage.NotSent => "Not sent",
        OrderStage.PresumedAbsent => "Presumed absent",
        OrderStage.Conflict => "Conflict",
        OrderStage.Denied => "Denied",
        _ => "?",
    };

    public static Tone ToneOf(OrderStage stage) => stage switch
    {
        OrderStage.Filled => Tone.Up,
        OrderStage.Unknown or OrderStage.Conflict => Tone.Warn,
        OrderStage.Rejected or OrderStage.NotSent or OrderStage.PresumedAbsent or OrderStage.Denied => Tone.Bad,
        OrderStage.Cancelled or OrderStage.Expired => Tone.Neutral,
        _ => Tone.Accent,
    };

    /// <summary>To the paisa, or to the hundredth of one where a price has such: a price off its tick is not shown as one on it.</summary>
    public static string Of(Price price) => IndianNumbers.Plain(price.Rupees, price.Scaled % HundredthOfRupee == 0 ? 2 : 4);

    /// <summary>The address of an intent's life.</summary>
    public static string LifeOf(int intent) => $"orders/{intent.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Nothing more is expected of it.</summary>
    public static bool IsOver(OrderStage stage) => stage is OrderStage.Filled or OrderStage.Cancelled or OrderStage.Rejected
        or OrderStage.Expired or OrderStage.NotSent or OrderStage.PresumedAbsent or OrderStage.Denied;

    /// <summary>By the venue, or by the desk before it.</summary>
    public static bool IsRefused(OrderStage stage) =>
        stage is OrderStage.Rejected or OrderStage.NotSent or OrderStage.PresumedAbsent or OrderStage.Denied;

    /// <summary>A person has to look at the venue and say what is true.</summary>
    public static bool IsDoubtful(OrderStage stage) => stage is OrderStage.Unknown or OrderStage.Conflict;
}
