namespace TradingDesk.Benchmarks.Indicators;

/// <summary>Where the packages that goals are measured against lie.</summary>
internal static class Peers
{
    /// <summary>The folder of the peers' packages, looked for from here upwards; null outside the repository.</summary>
    public static string? Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var peers = Path.Combine(folder.FullName, "TradingDesk.Benchmarks", "peers");
            if (Directory.Exists(peers)) return peers;
        }

        return null;
    }
}
