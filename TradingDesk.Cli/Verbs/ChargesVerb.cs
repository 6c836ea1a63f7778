using TradingDesk.Cli.Charges;
using TradingDesk.Cli.CommandLine;
using TradingDesk.Engine.Portfolio.Charges;

namespace TradingDesk.Cli.Verbs;

/// <summary>Prints what trades cost by the rates of a day, line by line, as the desk's own book charges them.</summary>
internal sealed class ChargesVerb : IVerb
{
    public VerbDescription Description { get; } = new("charges", "Prints what trades cost: brokerage, taxes, fees, break-even.",
    [
        new("--date", "DATE", "the day of the trades, whose rates hold, such as 2026-04-01") { IsRequired = true },
        new("--exchange", "NAME", "NSE or BSE") { Default = "NSE" },
        new("--segment", "NAME", "equity, futures or options") { IsRequired = true },
        new("--product", "NAME", "equity: CNC or MIS; futures and options: NRML or MIS") { IsRequired = true },
        new("--leg", "LEG", "an executed order, such as BUY:65:25000; once for each") { IsRequired = true, IsRepeatable = true },
        new("--broker", "NAME", "angel, or none for exchange and state alone") { Default = ChargeRates.DefaultBroker },
        VerbOption.Json,
    ])
    {
        Remarks = """
            A leg is a side, a quantity in units (not lots) and a price in rupees; of options the premium. EXERCISE:65:80 are 65 bought
            options that expire 80 rupees in the money. All legs are of one instrument, each is one order.

            CNC: shares that are sold were bought on another day, so purchases are one note and sales another, both by the rates of
            --date, and sales cost DP. Ask twice when the rates changed in between. Shares bought and sold on one day are MIS,
            whatever the order said.

            Every line is taken of the note's totals and rounded once: STT and stamp duty to the rupee, the rest to the paisa. The
            break-even is how far a unit's price must move to pay the charges. What is marked [?] is not confirmed; the broker's
            contract note is the truth.
            """,
    };

    public int Run(Arguments arguments, Terminal terminal, CancellationToken cancelled)
    {
        var problem = ChargeCase.TryRead(arguments, out var request);
        if (problem.Length > 0) return terminal.Fail(ExitCodes.BadInput, problem);
        var bill = new ChargeBill(request!);
        return arguments.Has("--json") ? terminal.Say(ChargesJson.Of(bill)) : terminal.Say(ChargesText.Of(bill));
    }
}
