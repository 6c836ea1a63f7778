using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Pages.Gallery;

/// <summary>Every component of the library in every state, in the theme, palette and density that Display sets.</summary>
public sealed partial class GalleryPage : ComponentBase;
