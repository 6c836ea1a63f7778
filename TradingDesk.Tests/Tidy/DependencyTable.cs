namespace TradingDesk.Tests.Tidy;

/// <summary>DESIGN's table of the engine's folders: which may use which, and what those may use.</summary>
internal static class DependencyTable
{
    private const string Root = "TradingDesk.Engine";
    private const string ModesFile = "TradingDesk.Engine.DeskModes";

    private static readonly string[] _adapters = ["Time", "Feeds", "Venues", "Storage", "Notifications", "Brokers"];

    /// <summary>Folders whose parts are one thing and stand apart for order only; elsewhere parts do not know each other.</summary>
    private static readonly string[] _whole = ["Indicators", "Market", "Strategies", "Observation"];

    private static readonly string[] _everywhere = ["DeskModes", "Backtesting", "Hosting"];

    private static readonly Dictionary<string, string[]> _mayUse = new(StringComparer.Ordinal)
    {
        ["Primitives"] = [],
        ["Market"] = ["Primitives"],
        ["Commands"] = ["Primitives"],
        ["People"] = ["Commands"],
        ["Brokers"] = ["Primitives"],
        ["Indicators"] = ["Market"],
        ["Orders"] = ["Market"],
        ["Portfolio"] = ["Orders"],
        ["Risk"] = ["Portfolio", "Indicators"],
        ["Watch"] = ["Portfolio", "Indicators"],
        ["Strategies"] = ["Indicators", "Portfolio"],
        ["Line"] = ["Market", "Orders", "Commands"],
        ["Runs"] = ["Line", "Strategies"],
        ["Trading"] = ["Line", "Risk", "Runs", "Watch"],
        ["Time"] = ["Line"],
        ["Feeds"] = ["Line"],
        ["Venues"] = ["Line"],
        ["Storage"] = ["Line", "People"],
        ["Notifications"] = ["Line"],
        ["Observation"] = ["Line"],
    };

    /// <summary>Null when the table allows the use, otherwise the reason it does not.</summary>
    public static string? Refuse(TypeUse use)
    {
        if (!IsEngine(use.User) || !IsEngine(use.Used)) return null;
        var (user, userPart) = FolderOf(use.User);
        var (used, usedPart) = FolderOf(use.Used);
        if (_everywhere.Contains(user)) return null;
        if (user == used && _whole.Contains(user)) return null;
        if (user == used) return AreApart(userPart, usedPart) ? $"{use}: {user}'s parts do not know each other." : null;
        if (user == "Pipeline") return IsAboveAdapters(used) ? null : $"{use}: the pipeline knows no {used}.";
        if (user is "Feeds" or "Venues" && used == "Brokers") return usedPart == userPart ? null : $"{use}: a broker of another name.";
        if (!_mayUse.ContainsKey(user)) return $"{use}: the table has no folder {user}.";
        return Reach(user).Contains(used) ? null : $"{use}: {user} may not use {used}.";
    }

    /// <summary>What stands in the folder itself and in a part of it may use each other.</summary>
    private static bool AreApart(string part, string other) => part != other && part.Length > 0 && other.Length > 0;

    private static HashSet<string> Reach(string folder)
    {
        var reached = new HashSet<string>(_mayUse[folder], StringComparer.Ordinal);
        foreach (var next in _mayUse[folder]) reached.UnionWith(Reach(next));
        return reached;
    }

    private static bool IsAboveAdapters(string folder) => _mayUse.ContainsKey(folder) && !_adapters.Contains(folder);

    private static bool IsEngine(string type) => type.StartsWith(Root + ".", StringComparison.Ordinal);

    /// <summary>"TradingDesk.Engine.Feeds.Simulated.Market" lies in folder Feeds, part Simulated; the root files are Pipeline or
    /// DeskModes.</summary>
    private static (string Folder, string Part) FolderOf(string type)
    {
        var names = type[(Root.Length + 1)..].Split('.');
        if (names.Length > 1) return (names[0], names.Length > 2 ? names[1] : "");
        return (type == ModesFile ? "DeskModes" : "Pipeline", "");
    }
}
