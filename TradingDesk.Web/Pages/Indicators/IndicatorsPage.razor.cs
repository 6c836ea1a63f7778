using System.Globalization;
using TradingDesk.Engine.Commands;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Indicators;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Live;

namespace TradingDesk.Web.Pages.Indicators;

/// <summary>
/// The indicator lists: what is in force, a draft of what it should be, its preview, the values, and the history. What is in force is
/// always the snapshot's word, never what was typed here.
/// </summary>
public sealed partial class IndicatorsPage(TradingHand hand)
{
    private IndicatorDraft? _draft;
    private PostedChange? _posted;
    private IReadOnlyList<IndicatorVersion> _versions = [];
    private InstrumentId _instrument;
    private Timeframe _timeframe = Timeframe.Minute;

    private IndicatorsInForce InForce => Slice ?? IndicatorsInForce.None;

    private IndicatorDraft Draft => _draft ?? IndicatorDraft.Of(InForce);

    private IReadOnlyList<InstrumentLabel> Instruments => [.. Desk.Current.Quotes.All.Select(quote => quote.Instrument)];

    private IReadOnlyList<Timeframe> Timeframes => Desk.Current.Layout.Timeframes;

    private InstrumentLabel? Instrument =>
        Desk.Current.Quotes.All is { } all && _instrument.Index < all.Count ? all[_instrument.Index].Instrument : null;

    private Timeframe Timeframe =>
        Timeframes.Contains(_timeframe) || Timeframes.Count == 0 ? _timeframe : Timeframes.Order().First();

    protected override IndicatorsInForce? ReadSlice() => Desk.Current.Indicators;

    protected override Task SliceChangedAsync()
    {
        FollowVersion();
        return base.SliceChangedAsync();
    }

    /// <summary>A draft that is in force by now is done; one edited since it was applied goes on from what it became.</summary>
    private void FollowVersion()
    {
        if (_posted is { } posted && InForce.Version > posted.Change.BasedOn)
        {
            if (InForce.Text == posted.Change.Lists && _draft?.BasedOn == posted.Change.BasedOn)
                _draft = new IndicatorDraft(InForce.Version, InForce.Text, _draft.Text);
            if (InForce.Version > posted.Change.BasedOn + 1) _posted = null;
        }

        if (_draft is { } draft && (!draft.IsChanged || draft.Text == InForce.Text)) _draft = null;
    }

    private string? Change(string scope, IReadOnlyList<string>? specs)
    {
        var wanted = Draft.With(scope, specs);
        var review = Desk.ReviewIndicators(wanted.Text);
        if (!review.IsGood) return string.Join("; ", review.Problems) + ".";
        _draft = new IndicatorDraft(wanted.BasedOn, wanted.Base, review.Text);
        StateHasChanged();
        return null;
    }

    /// <summary>Preview and values follow the list one looks at; the whole desk's is seen anywhere.</summary>
    private void Look(string scope)
    {
        if (Timeframe.TryParse(scope, out var timeframe)) _timeframe = timeframe;
        else if (Instruments.FirstOrDefault(instrument => ScopeWords.Of(instrument) == scope) is { } found) _instrument = found.Id;
    }

    private void Apply(string note) => Post(new ChangeIndicators(Draft.BasedOn, Draft.Text, note));

    /// <summary>The list of an option that expired would keep all others from coming back: it is left out, which the note says.</summary>
    private void RollBack(IndicatorVersion version)
    {
        var watched = Desk.ReviewIndicators(version.Text).Watched;
        var note = string.Create(CultureInfo.InvariantCulture, $"roll back to {version.Version}");
        if (watched != version.Text) note += ", without instruments that are not watched now";
        Post(new ChangeIndicators(InForce.Version, watched, note));
    }

    private void Post(ChangeIndicators change) => _posted = new PostedChange(change, hand.Post(change));

    private void Discard() => _draft = null;

    private void KeepMine() => _draft = new IndicatorDraft(InForce.Version, InForce.Text, Draft.Text);
}
