using System.Runtime.CompilerServices;

namespace TradingDesk.Engine.Observation.Granted;

/// <summary>The window on the whole desk, and what of it somebody may see who is granted only some accounts.</summary>
public sealed class DeskWindow(IDeskView whole)
{
    private readonly ConditionalWeakTable<IReadOnlyList<string>, GrantedView> _granted = [];

    /// <summary>Everything; for what keeps pages alive, never for a page.</summary>
    public IDeskView Whole => whole;

    /// <summary>The desk with the accounts granted and nothing of others; the whole one for who may see every account.</summary>
    public IDeskView For(IReadOnlyList<string> accounts, bool seesEveryAccount) =>
        seesEveryAccount ? whole : _granted.GetValue(accounts, key => new GrantedView(whole, key));
}
