using System.Globalization;
using System.Text;
using TradingDesk.Engine.Hosting.Trading;
using TradingDesk.Engine.Hosting.Trading.Words;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Engine.Storage.Sqlite.Candles;
using TradingDesk.Engine.Storage.Sqlite.Journal;

namespace TradingDesk.Cli.Reports;

/// <summary>Rows of a journal as steps for a person, each with the time since the one before.</summary>
/// <param name="Order">The order asked for; none for the newest rows.</param>
/// <param name="Steps">In their order.</param>
/// <param name="Life">What stands behind the steps of an order; none for the newest rows.</param>
internal sealed record JournalReport(OrderId Order, IReadOnlyList<JournalStep> Steps, OrderLife Life)
{
    private const double NanosPerSecond = Instant.NanosPerSecond;

    /// <summary>The life of an order, or of all of its intent, or the newest rows where no order is asked for.</summary>
    public static JournalReport Read(JournalReader journal, CandleReader? candles, OrderId order, bool isWholeIntent, int last)
    {
        var rows = order.IsNone ? journal.Newest(last) : isWholeIntent ? journal.Life(order.Intent) : journal.Life(order);
        var instruments = journal.Instruments();
        var names = instruments.ToDictionary(known => (known.Segment, known.Token), known => known.FullName);
        var given = JournalNames.Read(journal);
        var steps = new List<JournalStep>(rows.Count);
        foreach (var row in rows)
        {
            var name = row.Segment == 0 ? "" : names.GetValueOrDefault((row.Segment, row.Token), $"{(int)row.Segment}:{row.Token}");
            steps.Add(JournalStep.Of(row, name, given, steps.Count == 0 ? row.At : steps[^1].At));
        }

        return new JournalReport(
            order, steps, order.IsNone ? OrderLife.None : OrderXray.Of(rows, new InstrumentTable(instruments), candles));
    }

    /// <summary>For machines.</summary>
    public object Readable => new
    {
        Order = Order.IsNone ? null : Order.ToString(),
        Steps = Steps.Select(step => new
        {
            step.Seq,
            step.Run,
            step.Fact,
            step.At,
            step.NanosSinceBefore,
            Order = step.Order.IsNone ? null : step.Order.ToString(),
            step.Instrument,
            step.Kind,
            step.Sentence,
            step.Account,
            step.Principal,
            step.Key,
            step.Command,
        }),
        Judged = XrayText.Judged(Life),
        Candles = XrayText.Candles(Life),
        Charges = XrayText.Charges(Life),
    };

    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var step in Steps)
        {
            var since = step.NanosSinceBefore / NanosPerSecond;
            var about = step.Order.IsNone ? "" : $"{step.Order} {step.Instrument}: ";
            text.Append(CultureInfo.InvariantCulture,
                $"{step.At.ToIndia():yyyy-MM-dd HH:mm:ss.fff} {since,12:+0.000;-0.000} s  {step.Kind,-16} {about}{step.Sentence}\n");
            if (step.Command.Length == 0) continue;
            var key = step.Key.Length == 0 ? "" : $", key {Shown(step.Key)}";
            text.Append(CultureInfo.InvariantCulture,
                $"{"",40}  {"",-16} by {Shown(step.Principal)} for {Shown(step.Account)}{key}: {Shown(step.Command)}\n");
        }

        return text.Append(XrayText.Of(Life)).ToString();
    }

    /// <summary>Without control characters, which could drive the terminal.</summary>
    private static string Shown(string text) => new([.. text.Select(letter => char.IsControl(letter) ? '?' : letter)]);
}
