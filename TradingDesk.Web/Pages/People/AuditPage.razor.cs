using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Hosting.People;
using TradingDesk.Engine.People;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.SignIn;

namespace TradingDesk.Web.Pages.People;

/// <summary>The record of who did what, newest first, and whether it is whole; for those who administer.</summary>
public sealed partial class AuditPage(PeopleDesk people, Seat seat, TimeProvider time) : ComponentBase
{
    private const int PageLines = 100;

    private readonly List<AuditEntry> _lines = [];
    private string _filter = "";
    private string _failure = "";
    private (bool IsGood, string Sentence) _verdict = (true, "");

    private DateOnly Today => Instant.From(time.GetUtcNow()).IndiaDate;

    private IReadOnlyList<AuditEntry> Shown =>
        _filter.Trim() is { Length: > 0 } words ? [.. _lines.Where(line => Says(line, words))] : _lines;

    protected override void OnInitialized()
    {
        Load();
        if (people.Audit.Trouble.Length > 0) _verdict = (false, people.Audit.Trouble);
    }

    private static bool Says(AuditEntry line, string words) =>
        new[] { line.By, line.What, line.About, line.From, line.Before, line.After }
            .Any(text => text.Contains(words, StringComparison.OrdinalIgnoreCase));

    private static Tone ToneOf(AuditEntry line) => line.What.Contains("refused", StringComparison.Ordinal) ? Tone.Bad : Tone.Neutral;

    private void Load()
    {
        _lines.Clear();
        Read(long.MaxValue);
    }

    private void Older() => Read(_lines[^1].Number);

    private void Read(long before)
    {
        _failure = "";
        if (!IsAdministrator()) return;
        try
        {
            _lines.AddRange(people.Audit.Read(before, PageLines));
        }
        catch (IOException unread)
        {
            _failure = unread.Message;
        }
    }

    private void Check()
    {
        if (!IsAdministrator()) return;
        var wrong = people.Audit.Check();
        _verdict = (wrong.Length == 0, wrong.Length == 0 ? "Every line is there, as it was written." : wrong);
    }

    /// <summary>Asked at each reading: a page may stay open longer than its role.</summary>
    private bool IsAdministrator()
    {
        if (seat.Sitter?.Person.Roles.HasFlag(Roles.Admin) == true) return true;
        _failure = "You are signed out, or no administrator any more.";
        return false;
    }
}
