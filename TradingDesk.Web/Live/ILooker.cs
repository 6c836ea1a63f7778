namespace TradingDesk.Web.Live;

/// <summary>A component of a tab that looks at the desk whenever the tab does.</summary>
internal interface ILooker
{
    /// <summary>Asked on the ticker's thread: read and compare, do nothing else.</summary>
    bool HasNews { get; }

    /// <summary>Takes what is new, on the circuit's own thread or posted to it, and renders it.</summary>
    void Take();
}
