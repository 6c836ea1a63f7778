using TradingDesk.Engine.Hosting.Trading.Words;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Line.Alerts;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Engine.Hosting.Trading;

/// <summary>What the journal's facts about alerts say to a person, each in the unit of what it is about.</summary>
public sealed class AlertWordsTests
{
    public static TheoryData<string, long, double, string> Fired => new()
    {
        { nameof(AlertUnit.Price), 25_001_000, 0, "Alert 3 fired at ₹2,500.10." },
        { nameof(AlertUnit.Money), -12_345_600, 0, "Alert 3 fired at −₹1,234.56." },
        { nameof(AlertUnit.Number), 0, 70.25, "Alert 3 fired at 70.25, compared with 70." },
        { nameof(AlertUnit.Seconds), 12, 0, "Alert 3 fired at 12 s." },
        { nameof(AlertUnit.RunState), (long)RunState.Benched, 0, "Alert 3 fired at benched." },
        { nameof(AlertUnit.Count), 4, 0, "Alert 3 fired at 4." },
    };

    [Theory, MemberData(nameof(Fired))]
    public void A_fired_alert_says_what_it_saw(string unit, long amount, double value, string sentence)
    {
        var seen = new AlertEvent { Number = 3, Unit = Enum.Parse<AlertUnit>(unit), Amount = amount, Value = value, Level = 70 };

        var step = AlertWords.Of(new DeskFact { Kind = FactKind.AlertFired, Alert = seen }, new JournalNames());

        Assert.Equal(("alert-fired", sentence), step);
    }

    [Fact]
    public void Every_other_fact_about_an_alert_has_its_kind_and_its_sentence()
    {
        (FactKind Kind, AlertState State, string Named, string Sentence)[] all =
        [
            (FactKind.AlertAdded, AlertState.Armed, "alert-added", "Alert 3 is added and armed."),
            (FactKind.AlertRemoved, AlertState.Armed, "alert-removed", "Alert 3 is removed."),
            (FactKind.AlertRearmed, AlertState.Waiting, "alert-rearmed", "Alert 3 is waiting again."),
            (FactKind.AlertReady, AlertState.Armed, "alert-ready", "Alert 3 may fire from now on."),
            (FactKind.AlertBlinded, AlertState.Armed, "alert-blind", "Alert 3 is blind: what it is about is not there."),
            (FactKind.AlertSees, AlertState.Armed, "alert-sees", "Alert 3 sees again."),
        ];

        Assert.All(all, told => Assert.Equal(
            (told.Named, told.Sentence),
            AlertWords.Of(new DeskFact { Kind = told.Kind, Alert = new AlertEvent { Number = 3, State = told.State } },
                new JournalNames())));
        var peak = new AlertEvent { Account = new AccountId(1), Amount = 5_000_000 };
        Assert.Equal(("day-peak", "The highest result of the day of account 2 is ₹500.00."),
            AlertWords.Of(new DeskFact { Kind = FactKind.DayPeakRose, Alert = peak }, new JournalNames()));
        Assert.Null(AlertWords.Of(new DeskFact { Kind = FactKind.CandleClosed }, new JournalNames()));
    }
}
