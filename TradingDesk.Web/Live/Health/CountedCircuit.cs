using Microsoft.AspNetCore.Components.Server.Circuits;

namespace TradingDesk.Web.Live.Health;

/// <summary>Counts its circuit while it is open and while it is connected.</summary>
internal sealed class CountedCircuit(CircuitCount count) : CircuitHandler
{
    public override Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken) => Note(() => count.NoteOpen(1));

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken) => Note(() => count.NoteOpen(-1));

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken) => Note(() => count.NoteConnected(1));

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) =>
        Note(() => count.NoteConnected(-1));

    private static Task Note(Action note)
    {
        note();
        return Task.CompletedTask;
    }
}
