using System.Globalization;
using TradingDesk.Cli.Candles;
using TradingDesk.Cli.CommandLine;
using TradingDesk.Cli.Files;
using TradingDesk.Engine.Feeds;
using TradingDesk.Engine.Feeds.Simulated;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Market.Sessions;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Cli.Verbs;

/// <summary>Writes the simulated market's ticks of some seconds to a file, as fast as it can.</summary>
internal sealed class SimulateVerb : IVerb
{
    private const int BufferBytes = 1 << 20;

    /// <summary>A year; the file of all instruments would have some billion rows.</summary>
    private const long SecondsMost = 31_536_000;

    private const string Start = "2026-01-05T09:15";

    public VerbDescription Description { get; } = new("simulate", "Writes ticks of the simulated market to a file.",
    [
        new("--seconds", "N", "how many seconds of the market's time, 1 to 31,536,000") { IsRequired = true },
        new("--seed", "S", "the market's seed, a whole number; the same seed gives the same ticks") { IsRequired = true },
        new("--start", "TIME", "the first second, ISO 8601, in India's time without a zone") { Default = Start },
        new("--calendar", "NAME", "the sessions: exchange (weekdays 09:15 to 15:30 IST) or always-open") { Default = "exchange" },
        new("--instruments", "LIST", "such as 1:2885,NSE:TCS,NIFTY; without it all"),
        new("--out", "FILE", "the ticks; a file already there is replaced") { IsRequired = true },
        VerbOption.Json,
    ])
    {
        Remarks = """
            Writes time_ms,exchange,token,price,quantity,day_volume: milliseconds since 1970 UTC, the exchange type (1 NSE, 2 NFO, 3 BSE),
            the token, rupees, units, units traded since the session began. Outside the calendar's sessions there are no ticks.
            The same arguments give the same bytes, on every machine.

            The prices are SIMULATED: nobody ever traded at them.
            """,
    };

    public int Run(Arguments arguments, Terminal terminal, CancellationToken cancelled)
    {
        var output = arguments["--out"];
        var problem = TryRead(arguments, out var request);
        if (problem.Length == 0) problem = UnfinishedFile.Refusal(output);
        if (problem.Length > 0) return terminal.Fail(ExitCodes.BadInput, problem);
        using var file = new UnfinishedFile(output);
        var writer = new RowWriter(file.Path, BufferBytes);
        foreach (var column in TickFile.Columns) writer.Cell(column);
        writer.EndRow();
        using (var progress = new ProgressBar(terminal, "simulate")) Write(request!, writer, progress, cancelled);
        writer.Flush();
        file.TakePlace();
        return Tell(arguments, terminal, request!, writer.Rows - 1);
    }

    private static string TryRead(Arguments arguments, out Request? request)
    {
        request = null;
        var (secondsText, seedText, startText) = (arguments["--seconds"], arguments["--seed"], arguments["--start"]);
        if (!TryWhole(secondsText, out var seconds) || seconds is 0 or > SecondsMost)
            return $"--seconds {Echo.Of(secondsText)} cannot be; a whole number from 1 to 31,536,000 is needed.";
        if (!TryWhole(seedText, out var seed))
            return $"--seed {Echo.Of(seedText)} cannot be; a whole number from 0 to {long.MaxValue} is needed.";
        if (!CandleTime.TryParse(startText, out var start))
            return $"--start {Echo.Of(startText)} cannot be; {CandleTime.Needed.TrimEnd(',')} is needed.";
        if (TradingCalendar.Find(arguments["--calendar"]) is not { } calendar) return CandlesVerb.CalendarRefusal(arguments["--calendar"]);
        var all = SimulatedInstruments.Make((ulong)seed, ListedInstruments.Read().Instruments, calendar, start);
        var selection = all.ReadList("--instruments", arguments["--instruments"]);
        if (selection.Problems.Count > 0) return string.Join('\n', selection.Problems);
        request = new Request((ulong)seed, start.Second, seconds, calendar, new InstrumentTable(selection.Instruments));
        return "";
    }

    private static bool TryWhole(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static void Write(Request request, RowWriter writer, ProgressBar progress, CancellationToken cancelled)
    {
        var market = new SimulatedMarket(request.Seed, request.Instruments, request.Calendar);
        var room = new SimulatedEvent[market.EventsPerSecondMost];
        for (long second = 0; second < request.Seconds; second++)
        {
            cancelled.ThrowIfCancellationRequested();
            var events = market.Second(request.Start.PlusSeconds(second), room);
            foreach (ref readonly var happened in room.AsSpan(0, events))
            {
                if (!happened.IsDepth) Write(request.Instruments[happened.Instrument], happened.Tick, writer);
            }

            progress.Show(second, request.Seconds);
        }
    }

    private static void Write(Instrument instrument, in Tick tick, RowWriter writer)
    {
        writer.Cell(tick.Time.UnixMilliseconds);
        writer.Cell((long)instrument.Segment);
        writer.Cell(instrument.Token);
        writer.Cell(tick.Last);
        writer.Cell(tick.LastQuantity.Units);
        if (tick.DayVolume == Tick.NoDayVolume) writer.Cell("");
        else writer.Cell(tick.DayVolume);
        writer.EndRow();
    }

    private static int Tell(Arguments arguments, Terminal terminal, Request request, long ticks)
    {
        var (from, to) = (request.Start, request.Start.PlusSeconds(request.Seconds));
        if (arguments.Has("--json"))
            return terminal.Say(new { ticks, instruments = request.Instruments.Count, from = $"{from}", to = $"{to}", request.Seed });
        var hint = ticks == 0 ? $"\nthe {request.Calendar.Name} calendar has no session in this time" : "";
        return terminal.Say(string.Create(CultureInfo.InvariantCulture,
            $"{ticks:N0} SIMULATED ticks of {request.Instruments.Count:N0} instruments, {from} to {to}, seed {request.Seed}{hint}"));
    }

    /// <summary>What is to be simulated.</summary>
    private sealed record Request(ulong Seed, Instant Start, long Seconds, TradingCalendar Calendar, InstrumentTable Instruments);
}
