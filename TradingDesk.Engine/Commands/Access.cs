namespace TradingDesk.Engine.Commands;

/// <summary>Says whether somebody may give a command for an account; asked at every command, and never waits.</summary>
public delegate Access AccessJudge(Principal principal, string account, DeskCommand command);

/// <summary>What somebody may: whether this command is theirs to give, whether they may let more through than before, or why not.</summary>
public readonly record struct Access(bool IsGranted, bool MayRaise, string Code, string Sentence)
{
    public static Access Granted(bool mayRaise) => new(true, mayRaise, "", "");

    public static Access Refused(string code, string sentence) => new(false, false, code, sentence);
}
