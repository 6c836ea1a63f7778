using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Layout;

/// <summary>A page's sign in the rail, drawn as one path on a square of twenty.</summary>
public sealed partial class RailIcon : ComponentBase
{
    private static readonly Dictionary<string, string> _paths = new()
    {
        ["desk"] = "M3 3h6v6H3zM11 3h6v4h-6zM11 9h6v8h-6zM3 11h6v6H3z",
        ["charts"] = "M5 3v3M5 12v3M3.5 6h3v6h-3zM10 5v2M10 14v3M8.5 7h3v7h-3zM15 2v3M15 10v4M13.5 5h3v5h-3z",
        ["orders"] = "M4 5h12M4 10h12M4 15h8",
        ["positions"] = "M3 16h14M5 13V9M9 13V5M13 13v-3M17 13V7",
        ["strategies"] = "M3 15l4-5 3 3 6-8M12.5 5H16v3.5",
        ["risk"] = "M10 2.5l6 2.5v4.5c0 4-2.6 6.8-6 8-3.4-1.200-6-4-6-8V5z",
        ["accounts"] = "M3 6h14v10H3zM3 9h14M13 13h2",
        ["indicators"] = "M3 12c2.5 0 2.5-7 5-7s2.5 10 5 10 2.5-5 4-5",
        ["alerts"] = "M5 14V9a5 5 0 0 1 10 0v5l1.5 1.5h-13zM8.5 17.5h3",
        ["market"] = "M3 8l7-5 7 5M4 17h12M5.5 8v9M10 8v9M14.5 8v9",
        ["health"] = "M2.5 10.5H6l2-5 3.5 9 2-4h4",
        ["about"] = "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 9.5v4.500M10 6.500h.1",
        ["audit"] = "M5 2.5h7l3.5 3.5v11.5H5zM7.5 9h5M7.5 12h5M7.5 15h3",
        ["users"] = "M7 9a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 17c0-3 2-5 5-5s5 2 5 5M13 9a2.5 2.5 0 1 0 0-5M14 12c2.5 0 4 2 4 5",
        ["more"] = "M4 10h.1M10 10h.1M16 10h.1",
        ["settings"] = "M4 5h7M15 5h1M4 10h2M10 10h6M4 15h8M16 15h0M13 3.5v3M8 8.5v3M14 13.5v3",
    };

    /// <summary>The page's name in small letters.</summary>
    [Parameter, EditorRequired] public string Name { get; set; } = "";

    private string Path => _paths.GetValueOrDefault(Name, "");

    protected override bool ShouldRender() => false;
}
