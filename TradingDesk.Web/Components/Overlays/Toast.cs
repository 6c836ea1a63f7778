using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Components.Overlays;

/// <summary>A sentence about something that just happened; what is bad stays until a person takes it away.</summary>
public sealed record Toast(long Number, Tone Tone, string Sentence, DateTimeOffset LeavesAt)
{
    public bool Stays => Tone is Tone.Bad or Tone.Warn;
}
