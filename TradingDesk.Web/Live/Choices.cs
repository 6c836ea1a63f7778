namespace TradingDesk.Web.Live;

/// <summary>What the person at this circuit likes, kept on the desk: the same in every browser of theirs.</summary>
/// <param name="read">The value kept under a name; empty for what was never chosen.</param>
/// <param name="keep">Keeps a value; an empty one is forgotten.</param>
public sealed class Choices(Func<string, string> read, Action<string, string> keep)
{
    public string Of(string name) => read(name);

    public void Keep(string name, string value) => keep(name, value);
}
