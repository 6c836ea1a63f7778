using TradingDesk.Engine.Hosting.People;
using TradingDesk.Engine.People;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Hosting.Operating;

/// <summary>
/// The way back in when an administrator is locked out: who may open the socket owns the machine's folder, and unlocks, gives a link for a
/// new password or drops a lost authenticator. Nobody is added this way.
/// </summary>
internal sealed class OperatorPeople(PeopleDesk people, string urls, TimeProvider time)
{
    public const string Unlock = "unlock";
    public const string Password = "password";
    public const string SecondFactor = "second-factor";

    public OperatorAnswer Answer(OperatorRequest request)
    {
        if (request.Do.Length == 0) return List(request.Id);
        return request.Do switch
        {
            Unlock => Told(request.Id, UnlockDoor(request.Person), $"{request.Person} may try again."),
            Password => Linked(request.Id, people.Persons.ResetPassword(request.Person)),
            SecondFactor => Told(request.Id, people.Persons.ResetSecondFactor(request.Person),
                $"{request.Person} signs in by password alone, and is signed out everywhere."),
            _ => OperatorAnswer.Refused(request.Id, "question-unknown", $"`do` can be `{Unlock}`, `{Password}` or `{SecondFactor}`."),
        };
    }

    /// <summary>Where the first person is made; empty once there is one.</summary>
    public static string SetupLink(PersonDesk persons, string urls) =>
        persons.SetupToken.Length > 0 ? $"{First(urls)}/setup?link={persons.SetupToken}" : "";

    /// <summary>Whoever was locked out by what others did from their address is let in too.</summary>
    private PeopleAnswer UnlockDoor(string person)
    {
        people.SignIn.ForgetAddresses();
        return people.Persons.Unlock(person);
    }

    private OperatorAnswer List(long id) => new(id, true, "read", SetupLink(people.Persons, urls))
    {
        People = [.. people.Persons.All.Select(one => OperatorPerson.Of(one, Instant.From(time.GetUtcNow())))],
    };

    private OperatorAnswer Linked(long id, PeopleAnswer answer) => answer.IsDone
        ? new OperatorAnswer(id, true, "done", $"{First(urls)}/invitation?link={answer.Sentence}")
        : OperatorAnswer.Refused(id, answer.Code, answer.Sentence);

    private static OperatorAnswer Told(long id, PeopleAnswer answer, string sentence) =>
        answer.IsDone ? new OperatorAnswer(id, true, "done", sentence) : OperatorAnswer.Refused(id, answer.Code, answer.Sentence);

    private static string First(string urls) => urls.Split(';', 2)[0].TrimEnd('/');
}
