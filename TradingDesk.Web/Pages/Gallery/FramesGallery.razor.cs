using Microsoft.AspNetCore.Components;
using TradingDesk.Web.Components.Frames;

namespace TradingDesk.Web.Pages.Gallery;

/// <summary>What divides a page: tabs and a splitter.</summary>
public sealed partial class FramesGallery : ComponentBase
{
    private static readonly DeskTab[] _tabs =
        [new("positions", "Positions", 50), new("orders", "Orders", 7), new("trades", "Trades", 1_112), new("log", "Log")];

    private string _tab = "positions";
    private int _left = 140;
}
