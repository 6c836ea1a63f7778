using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Components.Qr;

/// <summary>A text for a camera, dark on light in every theme; nothing where the text is too long for one.</summary>
public sealed partial class QrPicture : ComponentBase
{
    /// <summary>Without so many light modules around it a reader does not find it.</summary>
    private const int Margin = 4;

    private string _drawn = "";
    private string _path = "";
    private int _size;

    [Parameter, EditorRequired] public string Text { get; set; } = "";

    /// <summary>What it is, for who does not see it.</summary>
    [Parameter, EditorRequired] public string Label { get; set; } = "";

    private int Whole => _size + (2 * Margin);

    private string ViewBox => string.Create(CultureInfo.InvariantCulture, $"{-Margin} {-Margin} {Whole} {Whole}");

    protected override void OnParametersSet()
    {
        if (_drawn == Text) return;
        _drawn = Text;
        (_path, _size) = QrCode.Of(Text) is { } code ? (PathOf(code), code.Size) : ("", 0);
    }

    /// <summary>One stroke of whole width for each run of dark modules.</summary>
    private static string PathOf(QrCode code)
    {
        var path = new StringBuilder();
        for (var y = 0; y < code.Size; y++)
        {
            for (var (x, run) = (0, 0); x < code.Size; x += Math.Max(run, 1))
            {
                run = 0;
                while (x + run < code.Size && code.IsDark(x + run, y)) run++;
                if (run > 0) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h{run}v1h-{run}z");
            }
        }

        return path.ToString();
    }
}
