namespace TradingDesk.Tests.Support;

/// <summary>Where the repository stands on this machine: the folder that holds the solution, found upwards from the tests.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The files of a project with that ending, without what was built.</summary>
    public static IEnumerable<string> Files(string project, string ending) =>
        Directory.EnumerateFiles(PathOf(project), "*" + ending, SearchOption.AllDirectories)
            .Where(path => !path[Root.Length..].Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    /// <summary>The program a project builds, beside its own content files, in the configuration the tests were built in.</summary>
    public static string BuiltProgram(string project, string file)
    {
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return PathOf(project, "bin", framework.Parent!.Name, framework.Name, file);
    }

    private static string Find(string folder)
    {
        while (!File.Exists(Path.Combine(folder, "TradingDesk.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("TradingDesk.sln stands above no test folder.");
        return folder;
    }
}
