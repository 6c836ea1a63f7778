using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TradingDesk.Tests.Tidy;

/// <summary>The rules of STYLE.md that a machine can hold: each names what breaks it, with file, line and figure.</summary>
internal static partial class SourceRules
{
    private const int FileLinesMax = 400;
    private const int LineCharactersMax = 140;
    private const int MethodLinesMax = 70;
    private const int NestingMax = 3;
    private const int ConstructorParametersMax = 8;
    private const int FolderFilesMax = 25;

    private static readonly string[] _code = [".cs", ".razor", ".css", ".js", ".sh", ".csproj", ".props", ".targets"];

    private static readonly string[] _emptySuffixes =
        ["Manager", "Helper", "Helpers", "Util", "Utils", "Processor", "Handler", "Service", "Info", "Data", "Base", "Impl"];

    public static IEnumerable<string> FileIsShort(SourceFile file) =>
        IsCode(file) && file.Lines.Length > FileLinesMax + 1
            ? [$"{file.Path} has {file.Lines.Length - 1} lines, allowed are {FileLinesMax}."] : [];

    public static IEnumerable<string> LinesAreShort(SourceFile file) =>
        IsCode(file)
            ? Offending(file, line => line.Length > LineCharactersMax, line => $"has {line.Length} characters, not {LineCharactersMax}")
            : [];

    public static IEnumerable<string> NothingIsLeftOpen(SourceFile file) =>
        IsCode(file) ? Offending(file, LeftOpen().IsMatch, _ => "leaves a task or a region; tasks belong to the issue list") : [];

    public static IEnumerable<string> NoMachineIsNamed(SourceFile file) =>
        Offending(file, Machine().IsMatch, _ => "names a path of one machine or a package registry");

    public static IEnumerable<string> MethodsAreShort(SourceFile file) =>
        from method in Nodes<BaseMethodDeclarationSyntax>(file)
        where SourceFile.LinesOf(method) - LeadingLines(method) > MethodLinesMax
        select $"{Place(file, method)} is a method of {SourceFile.LinesOf(method)} lines, allowed are {MethodLinesMax}.";

    public static IEnumerable<string> NestingIsShallow(SourceFile file) =>
        from statement in Nodes<StatementSyntax>(file)
        where Nests(statement) && statement.Ancestors().TakeWhile(node => !Encloses(node)).Count(Nests) == NestingMax
        select $"{Place(file, statement)} nests deeper than {NestingMax}.";

    public static IEnumerable<string> ConstructorsAreNarrow(SourceFile file) =>
        from list in Nodes<ParameterListSyntax>(file)
        where list.Parent is ConstructorDeclarationSyntax or ClassDeclarationSyntax && list.Parameters.Count > ConstructorParametersMax
        select $"{Place(file, list)} takes {list.Parameters.Count} parameters, allowed are {ConstructorParametersMax}.";

    public static IEnumerable<string> NamesSayWhatThingsAre(SourceFile file) =>
        from type in Nodes<BaseTypeDeclarationSyntax>(file)
        let suffix = Array.Find(_emptySuffixes, end => type.Identifier.Text.EndsWith(end, StringComparison.Ordinal))
        where file.IsEngine && suffix is not null
        select $"{Place(file, type)} {type.Identifier.Text} ends with {suffix}, which says nothing.";

    public static IEnumerable<string> TypesSayWhatTheyAre(SourceFile file) =>
        from type in TopLevel(file)
        where !(file.IsTest && NameOf(type).EndsWith("Tests", StringComparison.Ordinal)) && !HasSummary(file, type)
        select $"{Place(file, type)} {NameOf(type)} has no summary.";

    public static IEnumerable<string> OneTypeStandsInAFile(SourceFile file) =>
        from type in TopLevel(file).Where(type => type is not EnumDeclarationSyntax and not DelegateDeclarationSyntax)
            .DistinctBy(NameOf).Skip(1) // A generic type may stand beside the plain one of its name.
        select $"{Place(file, type)} {NameOf(type)} is a second type in its file.";

    public static IEnumerable<string> FoldersAreSmall(IEnumerable<SourceFile> files) =>
        from folder in files.Where(IsCode).GroupBy(file => file.Folder, StringComparer.Ordinal)
        let count = folder.DistinctBy(WithoutRazorEnding).Count()
        where count > FolderFilesMax
        select $"{folder.Key} holds {count} files, allowed are {FolderFilesMax}.";

    /// <summary>A component's markup, code and style count as one file.</summary>
    private static string WithoutRazorEnding(SourceFile file) =>
        file.Path.Replace(".razor.cs", ".razor", StringComparison.Ordinal).Replace(".razor.css", ".razor", StringComparison.Ordinal);

    private static bool IsCode(SourceFile file) => _code.Contains(Path.GetExtension(file.Path));

    private static IEnumerable<string> Offending(SourceFile file, Func<string, bool> offends, Func<string, string> why) =>
        from line in file.Lines.Select((text, index) => (Text: text, Number: index + 1))
        where offends(line.Text)
        select $"{file.Path}:{line.Number} {why(line.Text)}.";

    private static IEnumerable<T> Nodes<T>(SourceFile file) where T : SyntaxNode =>
        file.IsCSharp ? file.Syntax.DescendantNodes().OfType<T>() : [];

    private static IEnumerable<MemberDeclarationSyntax> TopLevel(SourceFile file) =>
        Nodes<MemberDeclarationSyntax>(file).Where(node =>
            node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax
            && node.Parent is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax);

    private static string NameOf(MemberDeclarationSyntax type) => type switch
    {
        BaseTypeDeclarationSyntax declared => declared.Identifier.Text,
        DelegateDeclarationSyntax declared => declared.Identifier.Text,
        _ => type.ToString(),
    };

    private static bool HasSummary(SourceFile file, MemberDeclarationSyntax type) =>
        file.Path.EndsWith(".razor.cs", StringComparison.Ordinal) && type.Modifiers.Any(SyntaxKind.PartialKeyword)
            ? type.GetLeadingTrivia().ToFullString().Contains("///", StringComparison.Ordinal)
            : type.GetLeadingTrivia().ToFullString().Contains("<summary>", StringComparison.Ordinal);

    private static int LeadingLines(BaseMethodDeclarationSyntax method) =>
        method.AttributeLists.Sum(SourceFile.LinesOf);

    private static bool Nests(SyntaxNode node) => node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax
        or DoStatementSyntax or SwitchStatementSyntax or TryStatementSyntax or LockStatementSyntax
        || node is IfStatementSyntax { Parent: not ElseClauseSyntax };

    private static bool Encloses(SyntaxNode node) =>
        node is MemberDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax;

    private static string Place(SourceFile file, SyntaxNode node) => $"{file.Path}:{SourceFile.LineOf(node)}";

    [GeneratedRegex(@"\b(TO" + "DO|FIX" + @"ME)\b|^\s*#(end)?region")]
    private static partial Regex LeftOpen();

    [GeneratedRegex("(^|[\\s\"'=:(])/(work|root|tmp/wt|tmp/bash)/|registry\\.npm" + "js|api\\.nuget\\.org|\"reso" + "lved\": *\"http")]
    private static partial Regex Machine();
}
