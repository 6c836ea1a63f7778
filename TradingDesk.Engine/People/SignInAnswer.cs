namespace TradingDesk.Engine.People;

/// <summary>What became of an attempt to sign in: a cookie's text, a ticket that waits for the second factor, or why neither.</summary>
public sealed record SignInAnswer(bool IsDone, string Code, string Sentence) : PeopleAnswer(IsDone, Code, Sentence)
{
    /// <summary>What the browser has to show from now on; told once and kept nowhere in the clear.</summary>
    public string Cookie { get; init; } = "";

    /// <summary>Not empty when the password was right and the authenticator's code is wanted; good for five minutes.</summary>
    public string Ticket { get; init; } = "";

    public static new SignInAnswer Refused(string code, string sentence) => new(false, code, sentence);
}
