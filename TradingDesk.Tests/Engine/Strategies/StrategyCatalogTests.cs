using System.Globalization;
using System.Text.RegularExpressions;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Engine.Runs;
using TradingDesk.Engine.Strategies;
using TradingDesk.Engine.Strategies.Catalogue;
using TradingDesk.Tests.Engine.Trading;
using Xunit;

namespace TradingDesk.Tests.Engine.Strategies;

/// <summary>The catalogue as a whole.</summary>
public sealed partial class StrategyCatalogTests
{
    public static TheoryData<string, string, double> Numbers => [.. from strategy in StrategyCatalog.All
                                                                     from parameter in strategy.Parameters
                                                                     from number in (double[])[parameter.Least, parameter.Most]
                                                                     select (strategy.Code, parameter.Name, number)];

    [Fact]
    public void It_stands_in_alphabetical_order()
    {
        var codes = StrategyCatalog.All.Select(known => known.Code).ToArray();

        Assert.Equal(codes.Order(StringComparer.Ordinal), codes);
    }

    [Fact]
    public void Every_text_is_a_sentence()
    {
        foreach (var known in StrategyCatalog.All)
        {
            var texts = known.Parameters.Select(parameter => parameter.Help).Append(known.Help).Concat(known.Reasons);

            Assert.All(texts, text =>
            {
                Assert.Matches(Sentence(), text);
                Assert.DoesNotMatch(OtherPlace(), text);
            });
            Assert.Distinct(known.Reasons);
            Assert.InRange(known.Reasons.Count, 1, 1 + byte.MaxValue); // A signal keeps the sentence's number in a byte.
        }
    }

    [Fact]
    public void Every_strategy_can_be_told_how_sure_is_sure_enough()
    {
        Assert.All(StrategyCatalog.All, known =>
        {
            var parameter = Assert.Single(known.Parameters, parameter => parameter.Name == StrategyDescription.MinConfidence);
            Assert.Equal((0, 1, false), (parameter.Least, parameter.Most, parameter.Whole));
        });
    }

    [Fact]
    public void Every_default_is_allowed_and_no_name_stands_twice()
    {
        Assert.All(StrategyCatalog.All, known =>
        {
            Assert.All(known.Parameters, parameter => Assert.True(parameter.Allows(parameter.Default), parameter.Name));
            Assert.Distinct(known.Parameters.Select(parameter => parameter.Name));
            Assert.NotNull(new StrategyUnderTest(known));
        });
    }

    /// <summary>At either end of each range the list of indicators is one the desk can make, or the parameters are refused.</summary>
    [Theory]
    [MemberData(nameof(Numbers))]
    public void Every_number_that_is_allowed_makes_a_strategy(string code, string name, double number)
    {
        var known = StrategyCatalog.Find(code)!;
        var settings = new StrategySettings(known.Parameters,
            [.. known.Parameters.Select(parameter => parameter.Name == name ? number : parameter.Default)]);

        var refusal = known.Refuse?.Invoke(settings);

        if (refusal is not null) return;
        Assert.Empty(IndicatorSpecs.Parse(known.Indicators(settings)).Errors);
        Assert.InRange(known.WarmUp(settings), 0, 10_000);
        Assert.NotNull(known.Create(settings));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_number_beyond_its_range_is_refused_by_its_name(string code, string name, double number)
    {
        var parameter = StrategyCatalog.Find(code)!.Parameters.Single(parameter => parameter.Name == name);
        var beyond = number == parameter.Least ? number - 1 : number + 1;
        var words = string.Create(CultureInfo.InvariantCulture, $"strategy={code} instrument=1:2885 {name}={beyond}");

        var spec = RunWords.Read(words, TradingUnderTest.Plan.Instruments, StrategyCatalog.All, out var problems);

        Assert.Null(spec);
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"{name}: must be {parameter.Least} to {parameter.Most}"),
            problems.Select(problem => problem.Replace(" and whole", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_needs_volume_is_refused_on_an_index()
    {
        foreach (var known in StrategyCatalog.All)
        {
            var words = $"strategy={known.Code} instrument=NIFTY contract=future";

            var spec = RunWords.Read(words, TradingUnderTest.Plan.Instruments, StrategyCatalog.All, out var problems);

            Assert.True(known.NeedsVolume == spec is null, $"{known.Code}: {string.Join("; ", problems)}");
        }
    }

    [Theory]
    [InlineData("ma_crossover", "short_window", 50, "short_window must be below long_window")]
    [InlineData("rsi_reversal", "exit_level", 70, "exit_level must be below overbought, and 100 less it above oversold")]
    [InlineData("scalper", "ema_slow", 9, "ema_fast must be below ema_slow")]
    public void Parameters_that_make_no_sense_together_are_refused(string code, string name, double number, string sentence)
    {
        var known = StrategyCatalog.Find(code)!;

        var refusal = known.Refuse!(new StrategySettings(known.Parameters,
            [.. known.Parameters.Select(parameter => parameter.Name == name ? number : parameter.Default)]));

        Assert.Equal(sentence, refusal);
    }

    [Fact]
    public void A_scalper_without_any_weight_is_refused()
    {
        var known = StrategyCatalog.Find("scalper")!;

        var numbers = known.Parameters.Select(
            parameter => parameter.Name.EndsWith("_weight", StringComparison.Ordinal) ? 0 : parameter.Default);
        var refusal = known.Refuse!(new StrategySettings(known.Parameters, [.. numbers]));

        Assert.Equal("one of the weights must be above 0", refusal);
    }

    [Fact]
    public void Codes_are_found_whatever_their_case_and_others_are_not()
    {
        Assert.Same(Scalper.Description, StrategyCatalog.Find("Scalper"));
        Assert.Null(StrategyCatalog.Find("scalpers"));
    }

    [GeneratedRegex(@"^[A-Z].*\.$")]
    private static partial Regex Sentence();

    /// <summary>A brace that is none of the four places.</summary>
    [GeneratedRegex(@"\{(?![0-3]\})")]
    private static partial Regex OtherPlace();
}
