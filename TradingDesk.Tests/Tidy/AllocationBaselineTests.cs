using System.Text.Json;
using TradingDesk.Tests.Support;
using Xunit;

namespace TradingDesk.Tests.Tidy;

public sealed class AllocationBaselineTests
{
    private const int WarmUps = 200;
    private const int Operations = 1_000;

    /// <summary>Pooled buffers grow with their luck: one part in fifty is no finding, and nothing stays nothing.</summary>
    private const int Slack = 50;

    private static readonly string _file = Repository.PathOf("TradingDesk.Tests", "Tidy", "AllocationBaselines.json");

    public static TheoryData<string> Names => [.. MeasuredOperations.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_operation_allocates_no_more_than_its_baseline(string name)
    {
        using var operation = MeasuredOperations.All[name]();
        var baseline = Baselines()[name];

        var bytes = BytesOf(operation);

        var refresh = $"If that is meant, write \"{name}\": {bytes} into {Path.GetFileName(_file)}.";
        Assert.True(bytes <= baseline + (baseline / Slack), $"'{name}' allocates {bytes} bytes, its baseline is {baseline}. {refresh}");
    }

    [Fact]
    public void Every_baseline_has_its_operation()
    {
        var baselines = Baselines().Keys;

        var operations = MeasuredOperations.All.Keys;

        Assert.Equal(operations.Order(), baselines.Order());
    }

    private static Dictionary<string, long> Baselines() => JsonSerializer.Deserialize<Dictionary<string, long>>(File.ReadAllText(_file))!;

    /// <summary>Bytes per unit of work, rounded up, of many operations after a warm-up.</summary>
    private static long BytesOf(MeasuredOperation operation)
    {
        for (var i = 0; i < WarmUps; i++) operation.Run();
        var bytes = Allocation.Least(_ =>
        {
            for (var i = 0; i < Operations; i++) operation.Run();
        });
        return (long)Math.Ceiling((double)bytes / (Operations * operation.UnitsPerRun));
    }
}
