using System.Globalization;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Feeds;
using TradingDesk.Engine.Market;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Processes;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Browser.Evidence;

/// <summary>A desk at sixty times the market's speed on which something happened: two runs, and orders of every fate.</summary>
internal sealed class TradedDesk : IAsyncDisposable
{
    /// <summary>What the half-closed position is in: twenty shares bought and eight of them sold.</summary>
    public const string HalfClosed = "TCS";

    private const string Account = "PAPER-1";

    private const string Runs =
        "PAPER-1 strategy=ma_crossover instrument=NIFTY contract=future timeframe=1m product=nrml quantity=lots:1 capital=400000 "
        + "short_window=3 long_window=8 start=yes; "
        + "PAPER-1 strategy=rsi_reversal instrument=1:1594 timeframe=1m quantity=lots:20 capital=100000 min_confidence=0 start=yes";

    private static readonly IReadOnlyList<Instrument> _listed = new InstrumentTable(ListedInstruments.Read().Instruments).All;

    private TradedDesk(DeskProcess process) => Process = process;

    public DeskProcess Process { get; }

    public string Address { get; private set; } = "";

    public static async Task<TradedDesk> OpenAsync(int speed = 60, string runs = Runs)
    {
        string[] told = ["--MARKET_SPEED", speed.ToString(CultureInfo.InvariantCulture)];
        var desk = new TradedDesk(DeskProcess.Launch(runs.Length > 0 ? [.. told, "--RUNS", runs] : told));
        try
        {
            desk.Address = await desk.Process.ListeningAsync();
            await desk.Process.FilledAsync();
            using var door = await DeskDoor.OpenAsync(desk.Process);
            await TradeAsync(door);
            return desk;
        }
        catch (Exception)
        {
            await desk.DisposeAsync(); // Nobody else would end it.
            throw;
        }
    }

    public ValueTask DisposeAsync() => Process.DisposeAsync();

    private static async Task TradeAsync(DeskDoor door)
    {
        var (tcs, infy) = (Share(HalfClosed), Share("INFY"));
        await BoughtAsync(door, new PlaceOrder(infy.Key, Side.Buy, Product.Cnc, OrderType.Market, new Quantity(5)));
        await BoughtAsync(door, new PlaceOrder(tcs.Key, Side.Buy, Product.Cnc, OrderType.Market, new Quantity(20)));
        await door.GiveAsync(Account, new PlaceOrder(tcs.Key, Side.Sell, Product.Cnc, OrderType.Market, new Quantity(8)));
        await UnitsAsync(door, tcs.Key, 12);

        var held = (await door.AccountsAsync())[0].Positions;
        await door.GiveAsync(Account, new PlaceOrder(tcs.Key, Side.Buy, Product.Cnc, OrderType.Limit, new Quantity(10))
        {
            // A whole rupee is a multiple of every share's tick.
            Price = Price.FromRupees(decimal.Floor(held.First(one => one.Instrument == tcs.Key).Last * 0.97m)),
        });
        await door.AskAsync(Account, new PlaceOrder(infy.Key, Side.Buy, Product.Cnc, OrderType.Market, new Quantity(90_000)));
    }

    /// <summary>A desk that just began has no price and refuses an order: it is given again until it is taken.</summary>
    private static async Task BoughtAsync(DeskDoor door, PlaceOrder order)
    {
        await Patience.UntilAsync(
            async () => (await door.AskAsync(Account, order)).Accepted, DeskDoor.Patient, $"{order.ToText()} was taken");
        await UnitsAsync(door, order.Instrument, order.Quantity.Units);
    }

    private static Task<TimeSpan> UnitsAsync(DeskDoor door, string instrument, long units) => Patience.UntilAsync(
        async () => (await door.AccountsAsync()).SelectMany(account => account.Positions)
            .Any(position => position.Instrument == instrument && position.Run == 0 && position.Units == units),
        DeskDoor.Patient, $"{units} units of {instrument} were held");

    private static Instrument Share(string symbol) =>
        _listed.First(one => one.Symbol == symbol && one.Kind == InstrumentKind.Equity);
}
