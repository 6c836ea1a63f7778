namespace TradingDesk.Engine.Primitives;

/// <summary>An account's place in the desk's list, in the order they were opened; its name is what people say.</summary>
public readonly record struct AccountId(int Index);
