using System.Globalization;
using System.Text;
using TradingDesk.Engine.Hosting.People;

namespace TradingDesk.Web.SignIn;

/// <summary>A person's look as the first byte of a page carries it: nothing jumps or flashes when the page comes alive.</summary>
internal sealed class PageLook(Preferences preferences, int person)
{
    /// <summary>Panels whose size is kept, with the least and the most each may have in pixels or, for the chart, per cent.</summary>
    private static readonly (string Name, int Least, int Most, string Unit)[] _panels =
        [("watch", 180, 480, "px"), ("side", 240, 480, "px"), ("chart", 25, 85, "%")];

    public string? Theme => Chosen("theme", "dark", "light");

    public string? Palette => Chosen("palette", "standard", "colour-blind");

    public string? Density => Chosen("density", "compact", "comfortable");

    public string? Keys => Chosen("keys", "on", "off");

    /// <summary>Folded panels, separated by spaces.</summary>
    public string? Folded
    {
        get
        {
            var folded = string.Join(' ',
                _panels.Select(panel => panel.Name).Where(name => preferences.Of(person, $"fold-{name}") == "yes"));
            return folded.Length > 0 ? folded : null;
        }
    }

    /// <summary>Sizes as custom properties; what is no number within bounds is left to the style.</summary>
    public string? Sizes
    {
        get
        {
            var style = new StringBuilder();
            foreach (var (name, least, most, unit) in _panels)
            {
                var isKept = int.TryParse(preferences.Of(person, $"panel-{name}"), NumberStyles.None, CultureInfo.InvariantCulture,
                    out var size);
                if (isKept && size >= least && size <= most) style.Append(CultureInfo.InvariantCulture, $"--panel-{name}:{size}{unit};");
            }

            return style.Length > 0 ? style.ToString() : null;
        }
    }

    private string? Chosen(string name, params string[] allowed) => allowed.FirstOrDefault(preferences.Of(person, name).Equals);
}
