namespace TradingDesk.Engine.People;

/// <summary>What became of something wanted about people: done, or a code and a sentence that says why not.</summary>
public record PeopleAnswer(bool IsDone, string Code, string Sentence)
{
    public static PeopleAnswer Done { get; } = new(true, "", "");

    public static PeopleAnswer Refused(string code, string sentence) => new(false, code, sentence);
}
