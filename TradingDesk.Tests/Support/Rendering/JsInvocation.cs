namespace TradingDesk.Tests.Support.Rendering;

/// <summary>One call into the fake browser.</summary>
internal sealed record JsInvocation(string Identifier, IReadOnlyList<object?> Arguments);
