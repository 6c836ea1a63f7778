namespace TradingDesk.Tests.Tidy;

/// <summary>Holds the rules of STYLE.md over every file of the repository, and each rule over a sample that breaks it.</summary>
public sealed class SourceRulesTests
{
    private const string Namespace = "namespace TradingDesk.Engine.Sample;\n";
    private const string Summary = "/// <summary>A sample.</summary>\n";

    private static readonly Dictionary<string, Func<SourceFile, IEnumerable<string>>> _rules = new(StringComparer.Ordinal)
    {
        [nameof(SourceRules.FileIsShort)] = SourceRules.FileIsShort,
        [nameof(SourceRules.LinesAreShort)] = SourceRules.LinesAreShort,
        [nameof(SourceRules.NothingIsLeftOpen)] = SourceRules.NothingIsLeftOpen,
        [nameof(SourceRules.NoMachineIsNamed)] = SourceRules.NoMachineIsNamed,
        [nameof(SourceRules.MethodsAreShort)] = SourceRules.MethodsAreShort,
        [nameof(SourceRules.NestingIsShallow)] = SourceRules.NestingIsShallow,
        [nameof(SourceRules.ConstructorsAreNarrow)] = SourceRules.ConstructorsAreNarrow,
        [nameof(SourceRules.NamesSayWhatThingsAre)] = SourceRules.NamesSayWhatThingsAre,
        [nameof(SourceRules.TypesSayWhatTheyAre)] = SourceRules.TypesSayWhatTheyAre,
        [nameof(SourceRules.OneTypeStandsInAFile)] = SourceRules.OneTypeStandsInAFile,
    };

    public static TheoryData<string> Rules => [.. _rules.Keys];

    public static TheoryData<string, string> Violations => new()
    {
        { nameof(SourceRules.FileIsShort), Namespace + new string('\n', 400) },
        { nameof(SourceRules.LinesAreShort), "// " + new string('x', 138) },
        { nameof(SourceRules.NothingIsLeftOpen), "// TO" + "DO: later." },
        { nameof(SourceRules.NothingIsLeftOpen), "    #reg" + "ion Fields" },
        { nameof(SourceRules.NoMachineIsNamed), "cat /ro" + "ot/notes" },
        { nameof(SourceRules.NoMachineIsNamed), "https://api.nuget" + ".org/v3/index.json" },
        { nameof(SourceRules.MethodsAreShort), $"class A {{ void M() {{ {new string('\n', 70)} }} }}" },
        { nameof(SourceRules.NestingIsShallow), "class A { void M() { if (a) { for (;;) { while (b) { if (c) { } } } } } }" },
        { nameof(SourceRules.ConstructorsAreNarrow), "class A(int a, int b, int c, int d, int e, int f, int g, int h, int i);" },
        { nameof(SourceRules.NamesSayWhatThingsAre), "class OrderManager;" },
        { nameof(SourceRules.TypesSayWhatTheyAre), Namespace + "internal sealed class A;" },
        { nameof(SourceRules.OneTypeStandsInAFile), Namespace + Summary + "class A;" + Summary + "class B;" },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_file_keeps_the_rule(string rule)
    {
        var findings = SourceFile.All.SelectMany(_rules[rule]).ToList();

        Findings.AreNone(findings);
    }

    [Fact]
    public void No_folder_holds_more_files_than_a_person_can_scan()
    {
        var findings = SourceRules.FoldersAreSmall(SourceFile.All);

        Findings.AreNone(findings);
    }

    [Theory]
    [MemberData(nameof(Violations))]
    public void A_rule_sees_what_breaks_it(string rule, string sample)
    {
        var file = new SourceFile("TradingDesk.Engine/Sample/Sample.cs", sample);

        Assert.Single(_rules[rule](file));
    }

    [Fact]
    public void A_clean_file_breaks_no_rule()
    {
        var file = new SourceFile("TradingDesk.Engine/Sample/Sample.cs", Namespace + Summary + "internal sealed class Sample;\n");

        Assert.Empty(_rules.Values.SelectMany(rule => rule(file)));
    }

    [Fact]
    public void A_folder_with_too_many_files_is_seen()
    {
        var files = Enumerable.Range(0, 26).Select(index => new SourceFile($"TradingDesk.Engine/Sample/Sample{index}.cs", ""));

        Assert.Single(SourceRules.FoldersAreSmall(files));
    }

    [Fact]
    public void The_walk_reads_the_repository()
    {
        string[] known = ["test.sh", ".ci/run", ".editorconfig", "TradingDesk.Web/App.razor", "TradingDesk.Engine/Primitives/Price.cs"];

        var paths = SourceFile.All.Select(file => file.Path);

        Assert.Empty(known.Except(paths));
    }

    [Fact]
    public void No_file_chooses_a_package_source()
    {
        var names = SourceFile.All.Where(file => Path.GetFileName(file.Path).Equals("nuget.config", StringComparison.OrdinalIgnoreCase)
            || (file.Path.EndsWith(".npmrc", StringComparison.Ordinal) && file.Text.Contains("registry=", StringComparison.Ordinal)));

        Findings.AreNone(names.Select(file => file.Path));
    }
}
