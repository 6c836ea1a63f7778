using TradingDesk.Engine.Market;
using TradingDesk.Engine.Portfolio.Charges;
using TradingDesk.Engine.Primitives;
using Xunit;

namespace TradingDesk.Tests.Engine.Portfolio.Charges;

/// <summary>What holds of every note, tried on thousands of random days of trading.</summary>
public sealed class ChargeNotePropertyTests
{
    private const int Days = 1_500;

    [Fact]
    public void No_line_is_negative_and_the_lines_sum_to_the_total_in_whole_paise() => ForEach((seed, schedule, fills) =>
    {
        var lines = Note(schedule, fills).Lines;

        var each = Enum.GetValues<ChargeLine>().Select(line => lines[line].Scaled).ToArray();
        Assert.True(each.All(line => line >= 0 && line % 100 == 0), $"seed {seed}");
        Assert.True(each.Sum() == lines.Total.Scaled, $"seed {seed}");
        Assert.True(lines.Stt.Scaled % Price.Scale == 0 && lines.Stamp.Scaled % Price.Scale == 0, $"seed {seed}");
    });

    [Fact]
    public void Fills_one_by_one_in_any_order_cost_what_whole_orders_cost() => ForEach((seed, schedule, fills) =>
    {
        var draw = new Random(seed);
        var pieces = fills.SelectMany(fill => Split(fill, draw)).ToArray();
        draw.Shuffle(pieces);

        var (whole, split) = (Note(schedule, fills), Note(schedule, pieces));

        Assert.True(whole.Lines == split.Lines, $"seed {seed}: {whole.Lines} or {split.Lines}");
    });

    [Fact]
    public void Reading_the_lines_on_the_way_changes_nothing() => ForEach((seed, schedule, fills) =>
    {
        var read = new ChargeNote(schedule);
        foreach (var fill in fills)
        {
            fill.AddTo(read);
            Assert.True(read.Lines.Total.Scaled >= 0);
        }

        Assert.True(read.Lines == Note(schedule, fills).Lines, $"seed {seed}");
    });

    [Fact]
    public void Higher_prices_never_cost_less() => ForEach((seed, schedule, fills) =>
    {
        var draw = new Random(seed);
        var dearer = fills.Select(fill => fill with { Price = fill.Price + new Price(draw.Next(0, 2_000_000)) }).ToArray();

        var (low, high) = (Note(schedule, fills).Lines, Note(schedule, dearer).Lines);

        Assert.True(Enum.GetValues<ChargeLine>().All(line => low[line] <= high[line]), $"seed {seed}: {low} or {high}");
    });

    [Fact]
    public void One_more_order_that_is_not_delivered_never_costs_less() => ForEach((seed, schedule, fills) =>
    {
        var product = schedule.Segment == ChargeSegment.Equity ? Product.Mis : Product.Nrml;
        Fill[] orders = [.. fills.Select(fill => fill with { Product = product })];
        var (fewer, more) = (Note(schedule, orders[..^1]).Lines, Note(schedule, orders).Lines);

        // Shares sold are taxed at the average of all trades, so a cheap purchase may lower that tax; nothing else may fall.
        var lines = Enum.GetValues<ChargeLine>().Where(line => line != ChargeLine.Stt || schedule.Segment != ChargeSegment.Equity);
        Assert.True(lines.All(line => fewer[line] <= more[line]), $"seed {seed}: {fewer} or {more}");
    });

    [Fact]
    public void Parts_sum_to_their_lines_within_the_rounding() => ForEach((seed, schedule, fills) =>
    {
        var note = Note(schedule, fills);

        foreach (var line in Enum.GetValues<ChargeLine>())
        {
            var exact = note.Parts().Where(part => part.Line == line).Sum(part => part.Exact);
            var rounding = line is ChargeLine.Stt or ChargeLine.Stamp ? 0.5m : 0.005m;
            Assert.True(Math.Abs(exact - note.Lines[line].Rupees) <= rounding, $"seed {seed}, {line}");
        }
    });

    private static void ForEach(Action<int, ChargeSchedule, Fill[]> holds)
    {
        for (var seed = 1; seed <= Days; seed++)
        {
            var draw = new Random(seed);
            var date = new DateOnly(2024, 11, 1).AddDays(draw.Next(800));
            var segment = (ChargeSegment)draw.Next(1, 4);
            var exchange = (Exchange)draw.Next(2);
            var broker = draw.Next(5) == 0 ? ChargeRates.NoBroker : ChargeRates.DefaultBroker;
            var schedule = ChargeRates.BuiltIn.On(date, exchange, segment, broker)!;
            holds(seed, schedule, [.. Enumerable.Range(1, draw.Next(1, 12)).Select(order => Draw(draw, order, segment))]);
        }
    }

    private static Fill Draw(Random draw, int order, ChargeSegment segment) => new(
        new OrderId(order, draw.Next(1, 4)),
        new InstrumentId(draw.Next(3)),
        draw.Next(2) == 0 ? Side.Buy : Side.Sell,
        segment != ChargeSegment.Equity ? Product.Nrml : draw.Next(2) == 0 ? Product.Cnc : Product.Mis,
        new Quantity(draw.Next(1, draw.Next(2) == 0 ? 20 : 5_000)),
        Price.FromPaise(draw.Next(1, draw.Next(2) == 0 ? 5_000 : 3_000_000)));

    /// <summary>The same units at the same worth, in as many fills as the draw says.</summary>
    private static IEnumerable<Fill> Split(Fill fill, Random draw)
    {
        var left = fill.Quantity;
        while (left.Units > 1 && draw.Next(4) > 0)
        {
            var piece = new Quantity(draw.Next(1, (int)left.Units));
            left -= piece;
            yield return fill with { Quantity = piece };
        }

        yield return fill with { Quantity = left };
    }

    private static ChargeNote Note(ChargeSchedule schedule, IEnumerable<Fill> fills)
    {
        var note = new ChargeNote(schedule);
        foreach (var fill in fills) fill.AddTo(note);
        return note;
    }

    private sealed record Fill(OrderId Order, InstrumentId Scrip, Side Side, Product Product, Quantity Quantity, Price Price)
    {
        public void AddTo(ChargeNote note) => note.Add(Order, Scrip, Side, Product, Quantity, Price);
    }
}
