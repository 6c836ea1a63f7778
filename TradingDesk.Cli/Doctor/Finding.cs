namespace TradingDesk.Cli.Doctor;

/// <summary>One thing the doctor looked at.</summary>
internal sealed record Finding(string Area, string Name, Verdict Verdict, string Text)
{
    public static Finding Good(string area, string name, string text) => new(area, name, Verdict.Good, text);

    public static Finding Warning(string area, string name, string text) => new(area, name, Verdict.Warning, text);

    public static Finding Wrong(string area, string name, string text) => new(area, name, Verdict.Wrong, text);
}

/// <summary>How bad a finding is; a desk does not start, or not well, with one that is wrong.</summary>
internal enum Verdict
{
    Good = 0,
    Warning = 1,
    Wrong = 2,
}
