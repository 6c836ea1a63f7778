using Microsoft.Playwright;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Browser;

/// <summary>The components in a real browser: driven by the keyboard alone, judged by axe, fit for a finger.</summary>
[Collection(BrowserCollection.Name), Trait("Needs", "Browser"), Trait("Speed", "Slow")]
public sealed class GalleryTests(BrowserFixture fixture)
{
    private const string Focused = "document.activeElement.closest('[id], [data-stop]')?.id ?? ''";
    private const string Last = "document.querySelector('[aria-label=Overlays] dd .dim').textContent";

    [Fact]
    public async Task A_number_is_stepped_pasted_grouped_and_refused_by_the_keyboard()
    {
        await using var session = await OpenAsync(DeskLook.Wide);
        var keys = session.Page.Keyboard;
        await session.Page.FocusAsync("#sample-price");

        await keys.PressAsync("ArrowUp");
        await keys.PressAsync("PageUp");
        await session.UntilAsync($"{HintOf("price")}.includes('read as 183.40')");
        await PasteAsync(session, "\u00a0₹ 1,25,000.50\u202f");
        await session.UntilAsync($"{HintOf("price")}.includes('read as 1,25,000.50')");
        var grouped = await ValueAsync(session, "price");
        await keys.PressAsync("Shift+Tab");
        var ungrouped = await ValueAsync(session, "price");
        await PasteAsync(session, "1e5");
        await session.UntilAsync("document.getElementById('sample-price-problem').textContent.includes('no plain number')");

        Assert.Equal(("1,25,000.50", "125000.50", "1e5"), (grouped, ungrouped, await ValueAsync(session, "price")));
    }

    [Fact]
    public async Task A_quantity_steps_by_its_lot_and_stops_at_its_limits()
    {
        await using var session = await OpenAsync(DeskLook.Wide);
        await session.Page.FocusAsync("#sample-quantity");

        foreach (var key in new[] { "ArrowUp", "PageDown", "PageDown" }) await session.Page.Keyboard.PressAsync(key);
        var least = await ValueAsync(session, "quantity");
        for (var press = 0; press < 11; press++) await session.Page.Keyboard.PressAsync("PageUp");

        Assert.Equal(("65", "6500"), (least, await ValueAsync(session, "quantity")));
        await session.UntilAsync($"{HintOf("quantity")}.includes('100 lots')");
    }

    [Fact]
    public async Task An_instrument_is_found_and_chosen_by_the_keyboard()
    {
        await using var session = await OpenAsync(DeskLook.Wide);
        await session.Page.FocusAsync("#sample-instrument");

        await session.Page.Keyboard.TypeAsync("25000 pe");
        await session.UntilAsync("document.querySelectorAll('#sample-instrument-list [role=option]').length === 1");
        await session.Page.Keyboard.PressAsync("Enter");
        await session.UntilAsync($"{HintOf("instrument")} === 'chosen: NIFTY 26 NOV 25000 PE'");

        Assert.Equal("sample-instrument", await session.AskAsync<string>(Focused));
    }

    [Fact]
    public async Task Dialogs_take_the_focus_hold_it_and_give_it_back()
    {
        await using var session = await OpenAsync(DeskLook.Wide);
        var keys = session.Page.Keyboard;
        await session.Page.FocusAsync("[data-opens=sample-dialog]");

        await keys.PressAsync("Enter");
        await session.UntilAsync("document.activeElement.id === 'dialog-price'");
        for (var press = 0; press < 12; press++) await keys.PressAsync("Tab");
        var isInside = await session.AskAsync<bool>(
            "document.activeElement === document.body || document.activeElement.closest('#sample-dialog') !== null");
        await keys.PressAsync("Escape");
        await session.UntilAsync($"{Last} === 'dialog closed'");
        var back = await session.AskAsync<bool>("document.activeElement.matches('[data-opens=sample-dialog]')");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await session.UntilAsync("document.getElementById('sample-sheet').open");
        await keys.PressAsync("Enter");
        await session.UntilAsync($"{Last} === 'sheet closed'");

        Assert.True(isInside);
        Assert.True(back);
        Assert.Equal("Sheet by the desk", await session.AskAsync<string>("document.activeElement.textContent.trim()"));
    }

    [Fact]
    public async Task A_menu_opens_by_an_arrow_moves_by_letters_and_gives_the_focus_back()
    {
        await using var session = await OpenAsync(DeskLook.Wide);
        await session.Page.FocusAsync("[popovertarget=sample-menu]");

        await session.Page.Keyboard.PressAsync("ArrowDown");
        await session.UntilAsync("document.activeElement.textContent.includes('Show depth')");
        await session.Page.Keyboard.PressAsync("e");
        await session.Page.Keyboard.PressAsync("Enter");
        await session.UntilAsync($"{Last} === 'Exit position'");

        Assert.True(await session.AskAsync<bool>("document.activeElement.matches('[popovertarget=sample-menu]')"));
    }

    [Fact]
    public async Task Tabs_and_splitters_move_by_arrows()
    {
        await using var session = await OpenAsync(DeskLook.Wide);
        await session.Page.FocusAsync("#sample-tabs-positions");

        await session.Page.Keyboard.PressAsync("ArrowLeft");
        await session.UntilAsync("document.getElementById('sample-tabs-panel').textContent.includes('panel of log')");
        await session.Page.FocusAsync(".splitter");
        await session.Page.Keyboard.PressAsync("ArrowRight");
        await session.UntilAsync("document.getElementById('sample-left').textContent.includes('156 px')");
        await session.Page.Keyboard.PressAsync("Home");
        await session.UntilAsync("document.getElementById('sample-left').textContent.includes('80 px')");

        Assert.Equal(80, await session.AskAsync<int>("Math.round(document.getElementById('sample-left').getBoundingClientRect().width)"));
    }

    [Fact]
    public async Task Rows_are_walked_opened_and_sorted_by_the_keyboard_to_the_last_of_five_thousand()
    {
        await using var session = await OpenAsync(DeskLook.Wide);
        var keys = session.Page.Keyboard;
        await session.Page.FocusAsync("#sample-table tbody [data-stop]");
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Enter");
        await session.UntilAsync("document.querySelector('[aria-label=\"Data table\"] .dim').textContent.includes('ICICIBANK')");
        await session.Page.FocusAsync("#sample-table th:last-child .sort");
        await keys.PressAsync("Enter");
        await session.UntilAsync("document.querySelector('#sample-table th[aria-sort=descending]') !== null");

        await session.Page.ClickAsync("[aria-label='Data table'] button:text-is('5,000')");
        await session.UntilAsync("document.querySelector('#sample-table').getAttribute('aria-rowcount') === '5001'");
        await session.UntilAsync("document.querySelectorAll('#sample-table tbody [data-stop]').length > 20");
        await session.Page.PressAsync("#sample-table tbody [data-stop]", "End");
        await session.UntilAsync("document.activeElement.getAttribute('aria-rowindex') === '5001'");
        await keys.PressAsync("Home");
        await session.UntilAsync("document.activeElement.getAttribute('aria-rowindex') === '2'");

        Assert.InRange(await session.AskAsync<int>("document.querySelectorAll('#sample-table tbody [data-stop]').length"), 10, 100);
    }

    [Fact]
    public async Task The_palette_finds_by_a_few_letters_and_gives_the_focus_back()
    {
        await using var session = await OpenAsync(DeskLook.Wide);
        await session.Page.FocusAsync("[aria-label=Overlays] button:text-is('Open the palette')");

        await session.Page.Keyboard.PressAsync("Enter");
        await session.UntilAsync("document.activeElement.closest('#sample-palette') !== null");
        await session.Page.Keyboard.TypeAsync("otks");
        await session.UntilAsync("document.querySelectorAll('#sample-palette .palette-entry').length === 1");
        await session.Page.Keyboard.PressAsync("Enter");
        await session.UntilAsync($"{Last} === 'Open the kill switch'");

        Assert.Equal("Open the palette", await session.AskAsync<string>("document.activeElement.textContent.trim()"));
        Assert.Empty(session.ConsoleErrors);
    }

    [Theory, MemberData(nameof(AccessibilityTests.Looks), MemberType = typeof(AccessibilityTests))]
    public async Task Axe_finds_nothing_to_object_to_in_any_component(int width, int height, string theme, string palette)
    {
        await using var session = await OpenAsync(new DeskLook(width, height, theme, palette));
        var page = session.Page;
        await session.AskAsync<bool>(await File.ReadAllTextAsync(AccessibilityTests.Axe) + "; true");
        foreach (var tone in new[] { "Good", "Warning", "Error" }) await page.ClickAsync($"[aria-label=Overlays] button:text-is('{tone}')");
        await page.FillAsync("#sample-price", "1e5");
        await page.FillAsync("#sample-instrument", "nifty");
        await page.WaitForSelectorAsync("#sample-instrument-list [role=option]");
        List<string> found = [.. await session.AskAsync<string[]>(AccessibilityTests.Judge)];
        await page.Keyboard.PressAsync("Escape");
        string[] openers = ["[popovertarget=sample-menu]", "[popovertarget=sample-table-columns]", "[data-opens=sample-dialog]"];
        foreach (var opener in openers)
        {
            await page.FocusAsync(opener);
            await page.Keyboard.PressAsync("Enter");
            found.AddRange(await session.AskAsync<string[]>(AccessibilityTests.Judge));
            await page.Keyboard.PressAsync("Escape");
        }

        await page.ClickAsync("[aria-label=Overlays] button:text-is('Open the palette')");
        await session.UntilAsync("document.getElementById('sample-palette').open");
        found.AddRange(await session.AskAsync<string[]>(AccessibilityTests.Judge));

        Assert.Empty(found.Distinct());
    }

    [Fact]
    public async Task A_phone_never_scrolls_sideways_and_every_target_is_as_large_as_a_finger()
    {
        await using var session = await OpenAsync(DeskLook.Phone);

        var small = await session.AskAsync<string[]>(
            """
            [...document.querySelectorAll('.gallery :is(button, input, select)')].filter(target => target.checkVisibility())
                .map(target => [target, target.getBoundingClientRect()]).filter(([, box]) => box.height < 44 || box.width < 24)
                .map(([target, box]) => `${target.className} ${target.textContent.trim()} ${box.width} x ${box.height}`)
            """);

        Assert.Empty(small);
        Assert.Equal(390, await session.AskAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task On_a_wide_screen_the_page_scrolls_within_its_frame()
    {
        await using var session = await OpenAsync(DeskLook.Wide);

        Assert.Equal((1440, 900), (await session.AskAsync<int>("document.documentElement.scrollWidth"),
            await session.AskAsync<int>("document.documentElement.scrollHeight")));
    }

    [Fact]
    public async Task A_lost_desk_is_said_above_every_list()
    {
        await using var session = await OpenAsync(DeskLook.Wide);

        var before = await session.AskAsync<int>(Lost);
        var lost = await session.AskAsync<int>($"document.documentElement.dataset.beat = 'lost', {Lost}");

        Assert.Equal(0, before);
        Assert.InRange(lost, 7, 20);
    }

    private const string Lost = "[...document.querySelectorAll('.table-lost')].filter(one => one.checkVisibility()).length";

    private static string HintOf(string field) => $"document.getElementById('sample-{field}-hint').textContent";

    private static Task<string> ValueAsync(DeskSession session, string field) =>
        session.AskAsync<string>($"document.getElementById('sample-{field}').value");

    /// <summary>Over what is there, and then to the next field.</summary>
    private static async Task PasteAsync(DeskSession session, string text)
    {
        await session.Page.Keyboard.PressAsync("Control+A");
        await session.Page.Keyboard.InsertTextAsync(text);
        await session.Page.Keyboard.PressAsync("Tab");
    }

    private async Task<DeskSession> OpenAsync(DeskLook look)
    {
        var session = await DeskSession.OpenBareAsync(await fixture.BrowserAsync(), $"{await fixture.AddressAsync()}/components", look);
        await session.Page.WaitForSelectorAsync(
            ".gallery .chart-canvas[data-state=shown]", new() { State = WaitForSelectorState.Attached });
        return session;
    }
}
