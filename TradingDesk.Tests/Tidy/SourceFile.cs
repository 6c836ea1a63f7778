using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Tidy;

/// <summary>One file of the repository as a person reads it, with its syntax where it is C#.</summary>
internal sealed class SourceFile(string path, string text)
{
    private static readonly string[] _notOurs = ["bin", "obj", "node_modules", ".git", ".vs", ".idea", "TestResults", "artifacts",
        "lib", "_framework"];
    private static readonly string[] _read =
        [".cs", ".razor", ".css", ".js", ".sh", ".csproj", ".props", ".targets", ".json", ".md", ".txt", ".yml", ".editorconfig",
            ".npmrc", ".example", ""];

    private static readonly CSharpParseOptions _options = new(LanguageVersion.Preview);

    /// <summary>Every file a person wrote, read once.</summary>
    public static IReadOnlyList<SourceFile> All { get; } = [.. Walk(Repository.Root).Select(Open)];

    /// <summary>Relative to the repository, with slashes.</summary>
    public string Path { get; } = path;

    public string Text { get; } = text;

    public string[] Lines { get; } = text.Split('\n');

    public bool IsCSharp => Path.EndsWith(".cs", StringComparison.Ordinal);

    public bool IsEngine => Path.StartsWith("TradingDesk.Engine/", StringComparison.Ordinal);

    public bool IsTest => Path.StartsWith("TradingDesk.Tests/", StringComparison.Ordinal);

    public string Folder => Path.LastIndexOf('/') is var slash and > 0 ? Path[..slash] : "";

    public SyntaxNode Syntax { get => field ??= CSharpSyntaxTree.ParseText(Text, _options).GetRoot(); private set; }

    public static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    public static int LinesOf(SyntaxNode node) => node.GetLocation().GetLineSpan().EndLinePosition.Line + 2 - LineOf(node);

    private static SourceFile Open(string path) =>
        new(System.IO.Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'), File.ReadAllText(path));

    private static bool IsRead(string file) =>
        _read.Contains(System.IO.Path.GetExtension(file)) && System.IO.Path.GetFileName(file) is not (".env" or ".git");

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Where(IsRead)) yield return file;
        foreach (var inner in Directory.EnumerateDirectories(folder))
        {
            var name = System.IO.Path.GetFileName(inner);
            if (_notOurs.Contains(name) || (name == "data" && folder == Repository.Root)) continue;
            foreach (var file in Walk(inner)) yield return file;
        }
    }
}
