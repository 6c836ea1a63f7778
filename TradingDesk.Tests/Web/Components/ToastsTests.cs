using Microsoft.Extensions.DependencyInjection;
using TradingDesk.Tests.Support;
using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Components.Overlays;

namespace TradingDesk.Tests.Web.Components;

/// <summary>Messages are few, leave by themselves only when they may, and an error stays until it is taken away.</summary>
public sealed class ToastsTests : ComponentTestContext
{
    private readonly FakeTime _time = new();
    private readonly Toasts _toasts;

    public ToastsTests()
    {
        _toasts = new Toasts(_time);
        Services.AddSingleton<TimeProvider>(_time);
        Services.AddSingleton(_toasts);
    }

    [Fact]
    public void A_good_message_leaves_in_its_time_and_a_bad_one_stays()
    {
        _toasts.Add(Tone.Up, "Filled.");
        _toasts.Add(Tone.Bad, "Refused.");

        _time.Now += Toasts.Stay;
        _toasts.Expire();

        Assert.Equal(["Refused."], _toasts.Shown.Select(toast => toast.Sentence));
    }

    [Fact]
    public void Who_was_reading_gets_the_whole_time_once_more()
    {
        _toasts.Add(Tone.Up, "Filled.");
        _time.Now += Toasts.Stay;

        _toasts.Linger();
        _toasts.Expire();

        Assert.Single(_toasts.Shown);
    }

    [Fact]
    public void A_full_queue_lets_the_oldest_go_that_would_leave_anyway()
    {
        _toasts.Add(Tone.Bad, "first error");
        _toasts.Add(Tone.Up, "good");
        for (var place = 2; place < Toasts.Most; place++) _toasts.Add(Tone.Bad, $"error {place}");

        _toasts.Add(Tone.Bad, "newest");

        Assert.Equal(Toasts.Most, _toasts.Shown.Count);
        Assert.DoesNotContain(_toasts.Shown, toast => toast.Sentence == "good");
        Assert.Equal(0, _toasts.Lost);
    }

    [Fact]
    public void An_error_that_had_no_room_is_counted()
    {
        for (var place = 0; place <= Toasts.Most; place++) _toasts.Add(Tone.Bad, $"error {place}");

        var corner = Render<ToastCorner>();

        Assert.Equal(1, _toasts.Lost);
        Assert.Contains("1 older message had no room.", corner.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void They_stand_in_a_polite_region_and_say_what_they_are()
    {
        var corner = Render<ToastCorner>();

        _ = corner.InvokeAsync(() =>
        {
            _toasts.Add(Tone.Bad, "The order was refused.");
            return Task.CompletedTask;
        });

        corner.WaitForAssertion(() => Assert.Contains("Error: The order was refused.", corner.Text, StringComparison.Ordinal));
        Assert.Equal("polite", corner.Find(".toasts").GetAttribute("aria-live"));
    }

    [Fact]
    public void A_message_is_taken_away_even_after_it_was_given_more_time()
    {
        _toasts.Add(Tone.Bad, "Refused.");
        var corner = Render<ToastCorner>();
        corner.Find(".toasts").Raise("onfocusin", EventArgs.Empty);
        corner.Find(".toasts").Raise("onfocusout", EventArgs.Empty);

        corner.Find(".toast button").Click();

        Assert.Empty(_toasts.Shown);
        Assert.Null(corner.TryFind(".toast"));
    }
}
