namespace TradingDesk.Web.Components.Foundation;

/// <summary>Tones as CSS classes, and the tone and arrow of a change.</summary>
public static class Tones
{
    public static string Css(this Tone tone) => tone switch
    {
        Tone.Up => "tone-up",
        Tone.Down => "tone-down",
        Tone.Accent => "tone-accent",
        Tone.Warn => "tone-warn",
        Tone.Bad => "tone-bad",
        _ => "tone-neutral",
    };

    public static Tone OfChange(long? change) => change switch
    {
        > 0 => Tone.Up,
        < 0 => Tone.Down,
        _ => Tone.Neutral,
    };

    /// <summary>So that a change is told by shape as well as by colour.</summary>
    public static string ArrowOfChange(long? change) => change switch
    {
        > 0 => "▲",
        < 0 => "▼",
        _ => "",
    };
}
