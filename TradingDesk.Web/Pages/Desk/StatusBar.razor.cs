using System.Globalization;
using System.Reflection;
using TradingDesk.Engine.Observation;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Pages.Desk;

/// <summary>How the engine, its queues and its stores do, in one line.</summary>
public sealed partial class StatusBar
{
    private static readonly string _version = typeof(StatusBar).Assembly.GetName().Version?.ToString(3)
        ?? typeof(StatusBar).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "?";

    protected override DeskHealth? ReadSlice() => Desk.Current.Health;

    private static string Depth(int filled, int capacity) => $"{IndianNumbers.Whole(filled)} / {IndianNumbers.Whole(capacity)}";

    private long Faults => Slice!.Faults.All;

    private string FaultsInWords()
    {
        var faults = Slice!.Faults;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Late {faults.Late}, ahead of the clock {faults.Ahead}, duplicate {faults.Duplicate}, impossible price "
            + $"{faults.NonPositive}, outside the session {faults.OutsideSession}, volume stepping back {faults.VolumeStepsBack}.");
    }
}
