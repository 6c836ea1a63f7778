using System.Globalization;

namespace TradingDesk.Cli.CommandLine;

/// <summary>A line on the error stream that shows how far a verb is; silent when no person watches.</summary>
internal sealed class ProgressBar(Terminal terminal, string doing) : IDisposable
{
    private const int Width = 30;
    private int _shown = -1;

    /// <summary>Draws only when the whole per cent changes, so it may be called as often as one likes.</summary>
    public void Show(long done, long total)
    {
        if (!terminal.IsWatched || total <= 0) return;
        var percent = (int)(100.0 * Math.Min(done, total) / total);
        if (percent == _shown) return;
        _shown = percent;
        var filled = percent * Width / 100;
        terminal.Error.Write(string.Create(CultureInfo.InvariantCulture,
            $"\r{doing} [{new string('#', filled)}{new string('.', Width - filled)}] {percent} %"));
    }

    /// <summary>Wipes the line, so that what follows begins a clean one.</summary>
    public void Dispose()
    {
        if (_shown < 0) return;
        terminal.Error.Write("\r" + new string(' ', doing.Length + Width + 12) + "\r");
        _shown = -1;
    }
}
