using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;
using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Granted;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Web.Live;

namespace TradingDesk.Tests.Web.Live;

/// <summary>A live component renders when its own slice is another object, and at no other time.</summary>
public sealed class LiveComponentTests : ComponentTestContext
{
    private readonly FakeDeskView _desk = new();
    private SnapshotTicker? _ticker;

    public LiveComponentTests()
    {
        Services.AddSingleton<IDeskView>(_desk);
        Services.AddSingleton(new DeskWindow(_desk));
        Services.AddLivePages();
    }

    [Fact]
    public void A_new_slice_is_shown_on_the_next_turn()
    {
        var shown = Render<QuoteShower>();
        Ticker.Turn();

        _desk.Trade(FakeDeskView.NiftyIndex, 26_000);
        Ticker.Turn();

        shown.WaitForAssertion(() => Assert.Equal("26000.00", shown.Text));
    }

    [Fact]
    public void A_snapshot_that_leaves_the_slice_alone_renders_nothing()
    {
        var shown = Render<QuoteShower>();
        var renders = shown.RenderCount;

        _desk.Current = _desk.Current with { Number = 2, Health = DeskHealth.Unknown };
        Ticker.Turn();

        Assert.Equal(renders, shown.RenderCount);
    }

    [Fact]
    public void A_disposed_component_is_forgotten_by_the_ticker()
    {
        Render<QuoteShower>();
        var before = Ticker.Subscriptions;

        Dispose();

        Assert.Equal(1, before);
        Assert.Equal(0, _ticker!.Subscriptions);
    }

    [Fact]
    public void All_that_is_new_in_a_tab_is_one_picture()
    {
        Render<LiveRoot>();
        var shown = Enumerable.Range(0, 5).Select(_ => Render<QuoteShower>()).ToArray();
        Ticker.Turn();
        var renders = shown[0].RenderCount;

        _desk.Trade(FakeDeskView.NiftyIndex, 26_000);
        Ticker.Turn();

        shown[4].WaitForAssertion(() => Assert.All(shown, one => Assert.Equal("26000.00", one.Text)));
        Assert.Equal(renders + 1, shown[0].RenderCount);
    }

    [Fact]
    public void A_tab_whose_layout_is_gone_looks_on_without_it()
    {
        var layout = Render<Layout>();
        var shown = Render<QuoteShower>();
        _ = layout.InvokeAsync(() =>
        {
            _desk.Trade(FakeDeskView.NiftyIndex, 26_000);
            var ticker = new Thread(Ticker.Turn); // It posts to a circuit that is busy, so that it is rendered after the layout went.
            ticker.Start();
            ticker.Join();
            layout.Instance.Drop();
            return Task.CompletedTask;
        });

        _desk.Trade(FakeDeskView.NiftyIndex, 26_001);
        Ticker.Turn();

        shown.WaitForAssertion(() => Assert.Equal("26001.00", shown.Text));
    }

    [Fact]
    public void One_components_failure_does_not_keep_the_others_from_their_news()
    {
        Render<LiveRoot>();
        Render<FailingShower>();
        var shown = Render<QuoteShower>();

        _desk.Trade(FakeDeskView.NiftyIndex, 26_000);
        Ticker.Turn();

        Assert.Equal("26000.00", shown.Text);
    }

    private SnapshotTicker Ticker => _ticker ??= Provider.GetRequiredService<SnapshotTicker>();

    private sealed class QuoteShower : LiveComponent<QuoteBoard>
    {
        protected override QuoteBoard? ReadSlice() => Desk.Current.Quotes;

        protected override void BuildRenderTree(RenderTreeBuilder builder) =>
            builder.AddContent(0, Slice!.All[FakeDeskView.NiftyIndex].Last.ToString());
    }

    private sealed class Layout : ComponentBase
    {
        private bool _isDropped;

        public void Drop()
        {
            _isDropped = true;
            StateHasChanged();
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            if (_isDropped) return;
            builder.OpenComponent<LiveRoot>(0);
            builder.CloseComponent();
        }
    }

    private sealed class FailingShower : LiveComponent<QuoteBoard>
    {
        protected override QuoteBoard? ReadSlice() => Desk.Current.Quotes;

        protected override Task SliceChangedAsync() => throw new InvalidOperationException("It cannot be shown.");
    }
}
