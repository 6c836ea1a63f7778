using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Hosting.People;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.People;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Controls;
using TradingDesk.Web.Live;
using TradingDesk.Web.SignIn;

namespace TradingDesk.Web.Pages.Audit;

/// <summary>The record of who did what, newest first, and whether it is whole; for those who administer.</summary>
public sealed partial class AuditPage(PeopleDesk people, IDeskView desk, Seat seat, TimeProvider time) : ComponentBase, IDisposable
{
    private static readonly Segment<AuditKind?>[] _kinds =
    [
        new(null, "All"), new(AuditKind.SignIns, "Sign-ins"), new(AuditKind.Refused, "Refused"), new(AuditKind.People, "People"),
        new(AuditKind.Desk, "Desk"), new(AuditKind.Orders, "Orders"), new(AuditKind.Strategies, "Strategies"),
        new(AuditKind.Money, "Money and limits"),
    ];

    private readonly AuditTrail _trail = new(people.Audit, desk);
    private JournalReading<AuditStretch> _reading = null!;
    private AuditWish _wish = AuditWish.All;
    private (bool IsGood, string Sentence) _verdict = (true, "");
    private bool _wantsOlder;

    private DateOnly Today => Instant.From(time.GetUtcNow()).IndiaDate;

    private bool SeesAll => seat.Sitter?.Person.SeesEveryAccount == true;

    /// <summary>Everybody there is, and what acts without being a person.</summary>
    private IEnumerable<string> Names =>
    [
        .. people.Persons.All.Select(person => person.Name).Order(StringComparer.OrdinalIgnoreCase),
        "console", "desk", "settings", "nobody",
    ];

    private string Nothing => _wish.By.Length == 0 ? "There is no such line." : $"There is no such line by {_wish.By}.";

    protected override async Task OnInitializedAsync()
    {
        _reading = new(ReadLinesAsync);
        if (people.Audit.Trouble.Length > 0) _verdict = (false, people.Audit.Trouble);
        await ReadAsync();
    }

    public void Dispose() => _reading.Dispose();

    private InstrumentLabel? LabelOf(InstrumentId? id) => id is { } known ? desk.Current.Quotes.All[known.Index].Instrument : null;

    private Task ShowAsync(AuditWish wish)
    {
        _wish = wish;
        _reading.Forget();
        return ReadAsync();
    }

    private Task ReadOlderAsync()
    {
        _wantsOlder = true;
        return ReadAsync();
    }

    private async Task ReadAsync()
    {
        if (!IsAdministrator()) _reading.Forget();
        if (await _reading.ReadAsync()) StateHasChanged();
    }

    private async Task<AuditStretch> ReadLinesAsync(CancellationToken cancel)
    {
        var (had, wantsOlder) = (_reading.Value, _wantsOlder);
        _wantsOlder = false;
        if (!IsAdministrator()) throw new IOException("You are signed out, or no administrator any more.");
        return had is null || !wantsOlder
            ? await _trail.ReadAsync(_wish, AuditPlace.Newest, cancel)
            : had.WithOlder(await _trail.ReadAsync(_wish, had.Older, cancel));
    }

    private void Check()
    {
        if (!IsAdministrator()) return;
        var wrong = people.Audit.Check();
        _verdict = (wrong.Length == 0, wrong.Length == 0 ? "Every line of the people's audit is there, as it was written." : wrong);
    }

    /// <summary>Asked at each reading: a page may stay open longer than its role.</summary>
    private bool IsAdministrator() => seat.Sitter?.Person.Roles.HasFlag(Roles.Admin) == true;
}
