using TradingDesk.Tests.Support.Rendering;
using TradingDesk.Web.Components.Controls;
using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Tests.Web.Components;

/// <summary>The small native controls say what they are and tell what was done to them.</summary>
public sealed class ControlsTests : ComponentTestContext
{
    [Fact]
    public void A_button_tells_a_click_and_keeps_foreign_attributes()
    {
        var clicks = 0;
        var button = Render<DeskButton>(p => p.AddChildContent("Go").AddUnmatched("aria-label", "Go on")
            .Add(x => x.OnClick, _ => clicks++));

        button.Find("button").Click();

        Assert.Equal(1, clicks);
        Assert.Equal("Go on", button.Find("button").GetAttribute("aria-label"));
        Assert.Equal("button", button.Find("button").GetAttribute("type"));
    }

    [Fact]
    public void A_disabled_button_cannot_be_clicked()
    {
        var button = Render<DeskButton>(p => p.Add(x => x.Disabled, true));

        var click = () => button.Find("button").Click();

        Assert.Throws<InvalidOperationException>(click);
    }

    [Fact]
    public void A_badge_shows_its_word_in_its_tone()
    {
        var badge = Render<Badge>(p => p.AddChildContent("SIMULATED").Add(x => x.Tone, Tone.Warn).Add(x => x.Filled, true));

        var span = badge.Find("span");

        Assert.Equal("SIMULATED", span.TextContent);
        Assert.True(span.ClassList.Contains("tone-warn"));
        Assert.True(span.ClassList.Contains("filled"));
    }

    [Fact]
    public void A_dot_is_silent_to_a_screen_reader()
    {
        var dot = Render<Dot>(p => p.Add(x => x.Tone, Tone.Up));

        var span = dot.Find(".dot.tone-up");

        Assert.Equal("true", span.GetAttribute("aria-hidden"));
    }

    [Fact]
    public void A_segmented_control_presses_its_value_and_tells_another()
    {
        var chosen = "";
        var control = Render<SegmentedControl<string>>(p => p.Add(x => x.Label, "Group").Add(x => x.Value, "a")
            .Add(x => x.Segments, [new Segment<string>("a", "A"), new Segment<string>("b", "B")])
            .Add(x => x.ValueChanged, value => chosen = value));

        control.FindAll("button")[1].Click();

        Assert.Equal("b", chosen);
        Assert.Equal("true", control.FindAll("button")[0].GetAttribute("aria-pressed"));
        Assert.Equal("false", control.FindAll("button")[1].GetAttribute("aria-pressed"));
    }

    [Fact]
    public void A_search_box_tells_every_letter()
    {
        var text = "";
        var box = Render<SearchBox>(p => p.Add(x => x.Label, "Search").Add(x => x.Shortcut, "/")
            .Add(x => x.ValueChanged, value => text = value));

        box.Find("input").Input("rel");

        Assert.Equal("rel", text);
        Assert.Equal("true", box.Find("input").GetAttribute("data-search"));
        Assert.Equal("/", box.Find("kbd").TextContent);
    }

    [Fact]
    public void A_panel_names_its_section()
    {
        var panel = Render<Panel>(p => p.Add(x => x.Label, "Depth").AddChildContent("<p>body</p>"));

        var section = panel.Find("section");

        Assert.Equal("Depth", section.GetAttribute("aria-label"));
        Assert.Equal("body", panel.Find("p").TextContent);
    }

    [Fact]
    public void An_error_state_is_an_alert_with_a_second_try()
    {
        var tries = 0;
        var state = Render<EmptyState>(p => p.Add(x => x.Kind, "error").Add(x => x.Sentence, "It failed.")
            .Add(x => x.OnRetry, () => tries++));

        state.Find("button").Click();

        Assert.Equal(1, tries);
        Assert.Equal("alert", state.Find(".empty-state").GetAttribute("role"));
    }

    [Fact]
    public void A_loading_state_has_nothing_to_try_again()
    {
        var state = Render<EmptyState>(p => p.Add(x => x.Kind, "loading").Add(x => x.Sentence, "Reading."));

        var button = state.TryFind("button");

        Assert.Null(button);
        Assert.Equal("status", state.Find(".empty-state").GetAttribute("role"));
    }
}
