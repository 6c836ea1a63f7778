using TradingDesk.Engine.Commands;

namespace TradingDesk.Engine.People;

/// <summary>A person at a browser, as long as their session lasts.</summary>
public sealed record Sitter(Person Person, long Session)
{
    public Principal Principal => new(Person.Name, Session);
}
