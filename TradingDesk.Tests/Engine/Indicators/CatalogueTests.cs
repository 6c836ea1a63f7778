using TradingDesk.Engine.Indicators;
using TradingDesk.Engine.Indicators.Catalogue;
using TradingDesk.Engine.Indicators.Lists;
using TradingDesk.Tests.Contracts;
using Xunit;

namespace TradingDesk.Tests.Engine.Indicators;

/// <summary>The catalogue as a whole.</summary>
public sealed class CatalogueTests
{
    [Fact]
    public void Every_indicator_is_held_by_the_contract()
    {
        var held = typeof(IndicatorContract).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(IndicatorContract)) && !type.IsAbstract)
            .SelectMany(type => ((IndicatorContract)Activator.CreateInstance(type)!).Codes)
            .ToHashSet(StringComparer.Ordinal);

        Assert.All(IndicatorCatalog.All, known => Assert.Contains(known.Code, held));
    }

    [Fact]
    public void It_stands_in_alphabetical_order()
    {
        var codes = IndicatorCatalog.All.Select(known => known.Code).ToArray();

        Assert.Equal(codes.Order(StringComparer.Ordinal), codes);
    }

    [Fact]
    public void Every_text_is_a_sentence()
    {
        var parameters = IndicatorCatalog.All.SelectMany(known => known.Parameters).Select(parameter => parameter.Help);

        Assert.All(parameters.Concat(IndicatorCatalog.All.Select(known => known.Help)), IsASentence);
    }

    [Fact]
    public void Every_description_makes_what_it_describes()
    {
        foreach (var known in IndicatorCatalog.All)
        {
            var indicator = Assert.Single(IndicatorSpecs.Parse(known.Code).Specs).Create();

            Assert.Equal(known.Outputs.Count, indicator.Outputs);
            Assert.InRange(indicator.WarmUp, 1, 3 * 5_000);
            Assert.All(known.Parameters, parameter => Assert.True(parameter.Allows(parameter.Default)));
            Assert.Distinct(known.Outputs.Select(output => output.Name));
            Assert.All(known.Outputs.Select(output => output.DrawnBackBy).OfType<string>(),
                name => Assert.Contains(known.Parameters, parameter => parameter.Name == name));
        }
    }

    [Fact]
    public void All_of_it_runs_together()
    {
        var parsed = IndicatorSpecs.Parse(string.Join(',', IndicatorCatalog.All.Select(known => known.Code)));
        var set = new IndicatorSet(new IndicatorList(parsed.Specs));
        var values = new double[set.Columns];

        foreach (var candle in CandleShapes.Make("random", 500, seed: 1)) set.Update(candle);
        set.Read(values);

        Assert.Empty(parsed.Errors);
        Assert.DoesNotContain(values, double.IsNaN);
    }

    private static void IsASentence(string text)
    {
        Assert.True(char.IsUpper(text[0]), text);
        Assert.EndsWith(".", text, StringComparison.Ordinal);
    }
}
