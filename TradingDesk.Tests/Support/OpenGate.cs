using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Hosting.Operating;

namespace TradingDesk.Tests.Support;

/// <summary>The gate and the operator's desk for tests that are not about who somebody is.</summary>
internal static class OpenGate
{
    /// <summary>Asked about people it would fail, which such a test never does.</summary>
    public static OperatorPeople NoPeople => new(null!, "http://127.0.0.1:5080", TimeProvider.System);

    public static CommandGate To(Func<SubmittedCommand, bool> post) => new(post, (_, _, _) => Access.Granted(mayRaise: true));
}
