using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Browser;

/// <summary>A desk of a test's own, whose orders nobody else sees, with one browser looking at it.</summary>
internal sealed class OwnDesk : IAsyncDisposable
{
    private readonly TempFolder _folder = new();

    private OwnDesk(string[] arguments) => Process = DeskProcess.LaunchOn(_folder.File("data"), arguments);

    public DeskProcess Process { get; private set; }

    public DeskSession Session { get; private set; } = null!;

    private string Address { get; set; } = "";

    public static async Task<OwnDesk> OpenAsync(Support.Browser browser, params string[] arguments)
    {
        var desk = new OwnDesk(arguments);
        desk.Address = await desk.Process.ListeningAsync();
        desk.Session = await DeskSession.OpenAsync(browser, desk.Address, DeskLook.Wide);
        await desk.Session.UntilAsync("document.querySelector('.account-picker') !== null");
        return desk;
    }

    /// <summary>Kills the desk and starts it anew where it was.</summary>
    public async Task RestartAsync()
    {
        await Process.KillAsync();
        await Process.DisposeAsync();
        Process = DeskProcess.LaunchOn(_folder.File("data"), "--Urls", Address);
        await Process.ListeningAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Session is not null) await Session.DisposeAsync();
        await Process.DisposeAsync();
        _folder.Dispose();
    }
}
