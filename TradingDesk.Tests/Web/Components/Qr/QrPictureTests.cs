using System.Globalization;
using System.Text.RegularExpressions;
using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Web.Components.Qr;

namespace TradingDesk.Tests.Web.Components.Qr;

/// <summary>The picture as it stands in a page: what a camera sees of it is the text.</summary>
public sealed partial class QrPictureTests : ComponentTestContext
{
    [Fact]
    public void Its_strokes_are_the_text_dark_on_light_with_the_margin_a_reader_needs_and_no_style()
    {
        var picture = Render<QrPicture>(p => p.Add(x => x.Text, "a text for a camera").Add(x => x.Label, "A text"));

        var svg = picture.Find("svg");
        var size = int.Parse(svg.GetAttribute("data-modules")!, CultureInfo.InvariantCulture);
        var dark = DarkOf(picture.Find("path").GetAttribute("d")!);
        Assert.Equal("a text for a camera", new QrReader(size, (x, y) => dark.Contains((x, y))).Read());
        Assert.Equal($"-4 -4 {size + 8} {size + 8}", svg.GetAttribute("viewBox"));
        var paper = picture.Find("rect");
        Assert.Equal(("-4", "-4", $"{size + 8}", "white"),
            (paper.GetAttribute("x"), paper.GetAttribute("y"), paper.GetAttribute("width"), paper.GetAttribute("fill")));
        Assert.Equal(("img", "A text"), (svg.GetAttribute("role"), svg.GetAttribute("aria-label")));
        Assert.DoesNotContain("style", picture.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_text_is_another_picture_and_one_too_long_is_none()
    {
        var picture = Render<QrPicture>(p => p.Add(x => x.Text, "one").Add(x => x.Label, "A text"));
        var first = picture.Find("path").GetAttribute("d");

        picture.SetParametersAndRender(p => p.Add(x => x.Text, "two"));
        Assert.NotEqual(first, picture.Find("path").GetAttribute("d"));

        picture.SetParametersAndRender(p => p.Add(x => x.Text, new string('x', QrVersion.BytesMost + 1)));
        Assert.Null(picture.TryFind("svg"));
    }

    private static HashSet<(int X, int Y)> DarkOf(string path)
    {
        var strokes = Stroke().Matches(path).Select(match => match.Groups.Values.Skip(1)
            .Select(group => int.Parse(group.Value, CultureInfo.InvariantCulture)).ToArray());
        return [.. strokes.SelectMany(at => Enumerable.Range(at[0], at[2]).Select(x => (x, at[1])))];
    }

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1h-\3z")]
    private static partial Regex Stroke();
}
