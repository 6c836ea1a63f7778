using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Line;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Trading;

/// <summary>What a key stood for when it was first given, and what was answered.</summary>
internal sealed record AnsweredCommand(DeskCommand Command, FactKind Answer, RefusalCode Refusal, int Intent);
