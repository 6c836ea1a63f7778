using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Commands.Alerts;
using TradingDesk.Engine.Commands.Safety;
using TradingDesk.Engine.Observation.Granted;
using TradingDesk.Engine.People;

namespace TradingDesk.Engine.Hosting.People;

/// <summary>
/// Judges at every command whether it is this principal's to give: the session must be in force now, the role held, the account granted.
/// What it refuses and what concerns the desk as a whole is a line of the audit; commands about money are in the journal.
/// </summary>
internal sealed class AccessDesk(PeopleBook book, Sessions sessions, DeskWindow window, bool isPaperOnly)
{
    private readonly RefusalPace _pace = new();

    public Access Judge(Principal principal, string account, DeskCommand command)
    {
        if (CommandRights.Of(command) is not { } right)
            return Access.Refused("command-not-allowed", "Nobody may give a command that the table of rights does not name.");
        if (isPaperOnly && command is ArmAccount)
            return Access.Refused("paper-only", "This desk was started with PAPER_TRADING=true: real money cannot be armed.");
        if (IsOwnMachine(principal)) return Access.Granted(mayRaise: true);
        var access = JudgePerson(principal, account, command, right);
        if (!access.IsGranted)
        {
            if (_pace.MayBeNoted(principal.Name, book.Now)) Note(principal, "refused", right.Command, account, access.Code);
            return access;
        }

        // What no audit could tell of is not done; but for the kill switch, which must work on a full disk too.
        var isKept = account.Length > 0 || Note(principal, "commanded", right.Command, "", Shortened(command.ToText()));
        return isKept || command is KillDesk
            ? access
            : Access.Refused("audit", "The audit cannot be written, so this is not done; orders and the kill switch still are.");
    }

    private static bool IsOwnMachine(Principal principal) =>
        principal == Principal.Desk || principal == Principal.Settings || principal == Principal.Console;

    private Access JudgePerson(Principal principal, string account, DeskCommand command, CommandRight right)
    {
        if (sessions.Find(principal.Session) is not { } sitter || sitter.Person.Name != principal.Name)
            return Access.Refused("signed-out", "You are signed out; nothing was sent. Sign in again.");
        var person = sitter.Person;
        if (!right.Allows(person.Roles)) return Access.Refused("role-missing", RoleSentence(right));
        if (right.OnAccount && !person.MayUse(account))
            return Access.Refused("account-not-granted", $"The account {account} is not granted to you.");
        if (!person.SeesEveryAccount && (right.OnEveryAccount || ReachesOthers(person, command)))
            return Access.Refused("account-not-granted", "That concerns an account that is not granted to you.");
        return Access.Granted(person.Roles.HasFlag(Roles.Risk) && person.HasSecondFactor);
    }

    /// <summary>Alerts and runs name accounts and runs in their words, and alerts are known by a number.</summary>
    private bool ReachesOthers(Person person, DeskCommand command)
    {
        bool Names(string words) => new HiddenNames(window.Whole.Current, person.Accounts).AreIn(words);
        bool Sees(int alert) => window.For(person.Accounts, seesEveryAccount: false).Current.Alerts.Any(one => one.Number == alert);
        return command switch
        {
            AddAlert add => Names(add.Rule),
            RemoveAlert remove => !Sees(remove.Number),
            RearmAlert rearm => !Sees(rearm.Number),
            DeclareRun declare => Names(declare.Words),
            ChangeRun change => Names(change.Words),
            _ => false,
        };
    }

    private static string RoleSentence(CommandRight right) => right.AnyOf == Roles.None
        ? "Only the desk itself may do that."
        : $"For {right.Doing} one needs the role {WordsOf(right.AnyOf)}.";

    private static string WordsOf(Roles roles) => roles.ToString().ToLowerInvariant().Replace(", ", " or ", StringComparison.Ordinal);

    private bool Note(Principal principal, string what, string about, string before, string after) =>
        book.Change((_, _) =>
            new PeopleDecision(PeopleAnswer.Done) { Remarks = [new Remark(principal.Name, "", what, about, before, after)] }).IsDone;

    private static string Shortened(string text) => text.Length <= 400 ? text : text[..400];
}
