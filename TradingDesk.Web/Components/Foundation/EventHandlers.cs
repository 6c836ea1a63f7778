using Microsoft.AspNetCore.Components;
using TradingDesk.Web.Components.Frames;
using TradingDesk.Web.Components.Tables;

namespace TradingDesk.Web.Components.Foundation;

/// <summary>The events that the components' own script raises; Blazor finds them by this type's name.</summary>
[EventHandler("onattended", typeof(AttendedEventArgs), enableStopPropagation: true, enablePreventDefault: false)]
[EventHandler("onrowopened", typeof(EventArgs), enableStopPropagation: true, enablePreventDefault: false)]
[EventHandler("onsplitmoved", typeof(SplitMovedEventArgs), enableStopPropagation: true, enablePreventDefault: false)]
public static class EventHandlers;
