using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Days;

namespace TradingDesk.Web.Pages.Market;

/// <summary>What each part of the exchanges does at this moment, how long still, and what there is to doubt.</summary>
public sealed partial class NowPanel : ComponentBase
{
    [Parameter, EditorRequired] public MarketStatus Market { get; set; } = MarketStatus.Unknown;

    private static string ExchangeOf(MarketPartNow part) => part.Hours.Split(' ')[0];
}
