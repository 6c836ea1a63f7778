using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Browser;

/// <summary>Orders from a real browser to the paper market: by keyboard alone, pressed twice, over a reload and a kill.</summary>
[Collection(BrowserCollection.Name), Trait("Needs", "Browser"), Trait("Speed", "Slow")]
public sealed class OrderTicketTests(BrowserFixture fixture)
{
    private const string Stage = "document.querySelector('.ticket-form').dataset.stage";

    private const string LastTick = "document.querySelector('.card-body .facts').lastElementChild.textContent";

    /// <summary>The tab keeps a ticket until it is answered.</summary>
    private const string WasAnswered = "!sessionStorage.getItem('desk.ticket')";

    /// <summary>Notes when the desk was stopped, which is now, and when its page became dead.</summary>
    private const string NoteDeath =
        """
        (() => {
            window.stoppedAt = performance.now();
            new MutationObserver(() => { window.deadAt ??= performance.now(); })
                .observe(document.querySelector('.desk'), { attributes: true, attributeFilter: ['inert'] });
            return true;
        })()
        """;

    private const string Intents =
        "new Set([...document.querySelectorAll('.order-row')].map(row => row.dataset.order.split('.')[0])).size";

    [Fact]
    public async Task An_order_is_given_by_keyboard_alone()
    {
        await using var desk = await OpenAsync();
        var keyboard = desk.Session.Page.Keyboard;
        await keyboard.PressAsync("/");
        await keyboard.TypeAsync("TCS");
        await desk.Session.UntilAsync("document.querySelectorAll('.watch-row').length === 1");
        await keyboard.PressAsync("Enter");
        await desk.Session.UntilAsync("document.querySelector('.ticket-name')?.textContent === 'TCS'");
        await TickedAsync(desk.Session);
        await keyboard.PressAsync("Tab");

        await keyboard.PressAsync("b");
        await desk.Session.UntilAsync("document.activeElement.id === 'ticket-quantity'");
        await keyboard.TypeAsync("5");
        await keyboard.PressAsync("Enter");
        await desk.Session.UntilAsync($"{Stage} === 'confirming'");
        await Task.Delay(TimeSpan.FromMilliseconds(400), TestContext.Current.CancellationToken);
        await keyboard.PressAsync("Enter");

        await RecordedAsync(desk.Session);
        await desk.Session.UntilAsync("document.querySelector('[data-order-stage=Filled]') !== null");
        Assert.Contains("5 of 5", await desk.Session.TextAsync(".ticket-outcome"), StringComparison.Ordinal);
        await desk.Session.UntilAsync("document.querySelector('.position-row')?.innerText.includes('TCS')");
        await desk.Session.AskAsync<bool>("document.activeElement.blur(), true");
        await keyboard.PressAsync("x");
        await desk.Session.UntilAsync("document.activeElement.ariaLabel === 'Exit TCS CNC'");
        Assert.False(await desk.Session.AskAsync<bool>("document.querySelector('.position-row .question') !== null"));
        await keyboard.PressAsync("Enter");
        await desk.Session.UntilAsync("document.querySelector('.position-row .question') !== null");
        Assert.Empty(desk.Session.ConsoleErrors);
    }

    [Fact]
    public async Task An_orders_life_tells_its_market_and_its_cost_and_axe_objects_to_nothing()
    {
        await using var desk = await OpenAsync("TCS");
        var (session, page) = (desk.Session, desk.Session.Page);
        await ConfirmAsync(session);
        await page.ClickAsync(".order-button");
        await RecordedAsync(session);
        await page.ClickAsync(".ticket a[href='orders/1']");
        await session.UntilAsync("document.querySelector('.story .charges') !== null");
        await session.UntilAsync("document.querySelector('.moment-candle dl') !== null");
        await session.AskAsync<bool>(await File.ReadAllTextAsync(AccessibilityTests.Axe) + "; true");

        var found = new List<string>();
        foreach (var (width, height, theme, palette) in AccessibilityTests.Looks.Select(look => look.Data))
        {
            await page.SetViewportSizeAsync(width, height);
            await session.AskAsync<bool>(
                $"Object.assign(document.documentElement.dataset, {{ theme: '{theme}', palette: '{palette}' }}) !== null");
            found.AddRange(await session.AskAsync<string[]>(AccessibilityTests.Judge));
            if (await session.AskAsync<bool>("document.documentElement.scrollWidth > innerWidth")) found.Add($"{width} overflows");
        }

        Assert.Empty(found.Distinct());
    }

    [Fact]
    public async Task An_order_stands_in_the_log_with_the_person_who_gave_it_and_axe_objects_to_nothing()
    {
        await using var desk = await OpenAsync("TCS");
        var (session, page) = (desk.Session, desk.Session.Page);
        await page.ClickAsync(".book-panel .segment:text-is('Log')");
        await session.UntilAsync("document.querySelector('[data-kind=account-opened]') !== null");
        await ConfirmAsync(session);
        await page.ClickAsync(".order-button");
        await RecordedAsync(session);

        await session.UntilAsync("document.querySelector('.log [data-kind=traded]') !== null");

        var accepted = await session.TextAsync(".log [data-kind=accepted]");
        Assert.Contains("TCS", accepted, StringComparison.Ordinal);
        Assert.Contains("Passed every check: BUY", accepted, StringComparison.Ordinal);
        Assert.EndsWith(TestPerson.Name, accepted.TrimEnd(), StringComparison.Ordinal);
        await session.AskAsync<bool>(await File.ReadAllTextAsync(AccessibilityTests.Axe) + "; true");
        Assert.Empty(await session.AskAsync<string[]>(AccessibilityTests.Judge));
        await page.ClickAsync(".log [data-kind=accepted] a");
        await session.UntilAsync("document.querySelector('.story') !== null");
        await page.ClickAsync("a[href='audit']");
        await session.UntilAsync("document.querySelector('[data-line^=journal] .audit-about a')?.textContent === '1.1'");
        Assert.Contains($"{TestPerson.Name}\tplacing an order\tPAPER-1", await session.TextAsync("[data-line^=journal]:has(a)"),
            StringComparison.Ordinal);
        Assert.Empty(session.ConsoleErrors);
    }

    [Fact]
    public async Task Presses_10_ms_apart_make_one_order()
    {
        await using var desk = await OpenAsync("TCS");
        var page = desk.Session.Page;

        await page.ClickAsync(".order-button", new() { ClickCount = 2, Delay = 10 });
        await desk.Session.UntilAsync($"{Stage} === 'confirming'");
        await Task.Delay(TimeSpan.FromMilliseconds(400), TestContext.Current.CancellationToken);
        await page.ClickAsync(".order-button", new() { ClickCount = 5, Delay = 10 });
        await RecordedAsync(desk.Session);

        await page.ClickAsync(".book-panel [aria-label=Book] button:nth-child(2)");
        await page.ClickAsync(".orders-book .segment:nth-child(2)");
        await desk.Session.UntilAsync($"{Intents} > 0");
        Assert.Equal(1, await desk.Session.AskAsync<int>(Intents));
    }

    [Fact]
    public async Task A_reload_keeps_the_unsent_ticket_and_sends_nothing()
    {
        await using var desk = await OpenAsync("TCS");
        var page = desk.Session.Page;
        await page.ClickAsync(".ticket [aria-label=Type] button:nth-child(2)");
        await page.FillAsync("#ticket-quantity", "7");
        await page.FillAsync("#ticket-price", "2,500");
        await desk.Session.UntilAsync("sessionStorage.getItem('desk.ticket')?.includes('2,500')");

        await page.ReloadAsync();

        await desk.Session.UntilAsync("document.querySelector('#ticket-price')?.value === '2,500'");
        Assert.Equal("7", await page.InputValueAsync("#ticket-quantity"));
        Assert.Equal("TCS", await desk.Session.TextAsync(".ticket-name"));
        await desk.Session.UntilAsync("document.querySelector('.book-panel').innerText.includes('Orders 0')");
    }

    [Fact]
    public async Task A_server_killed_with_a_ticket_open_brings_it_back_unsent()
    {
        await using var desk = await OpenAsync("TCS");
        await desk.Session.Page.FillAsync("#ticket-quantity", "7");
        await desk.Session.UntilAsync("""sessionStorage.getItem('desk.ticket')?.includes('"7"')""");

        await desk.RestartAsync();

        await desk.Session.UntilAsync("document.querySelector('#ticket-quantity')?.value === '7'");
        Assert.Equal("writing", await desk.Session.AskAsync<string>(Stage));
        await desk.Session.UntilAsync("document.querySelector('.book-panel').innerText.includes('Orders 0')");
    }

    [Fact]
    public async Task A_reload_in_the_moment_of_giving_makes_one_order_however_it_ends()
    {
        await using var desk = await OpenAsync("TCS");
        var page = desk.Session.Page;
        await ConfirmAsync(desk.Session);
        await desk.Session.AskAsync<int>(
            """
            setInterval(() => { if (sessionStorage.getItem('desk.ticket')?.includes('"IsGiven":true')) location.reload(); }, 1)
            """);
        await desk.Session.AskAsync<bool>("window.isBefore = true");

        await page.ClickAsync(".order-button");

        await desk.Session.UntilAsync("window.isBefore !== true");
        await desk.Session.WaitForDeskAsync();
        await desk.Session.UntilAsync($"{WasAnswered} || {Stage} === 'unconfirmed'");
        var wasAnswered = await desk.Session.AskAsync<bool>(WasAnswered);
        for (var second = 0; second < 30 && !wasAnswered; second++)
        {
            // A busy machine may call a click late; to ask once more is what the ticket offers.
            if (await desk.Session.AskAsync<string>(Stage) == "unconfirmed") await page.ClickAsync(".ask-again");
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            wasAnswered = await desk.Session.AskAsync<bool>($"{Stage} === 'recorded'");
        }

        Assert.True(wasAnswered, "Asking again was not answered.");
        Assert.Equal(1, await ExecutedAsync(desk.Session));
    }

    [Fact]
    public async Task A_ticket_in_two_tabs_makes_one_order()
    {
        await using var desk = await OpenAsync("TCS");
        await desk.Session.Page.FillAsync("#ticket-quantity", "7");
        await desk.Session.UntilAsync("""sessionStorage.getItem('desk.ticket')?.includes('"7"')""");
        await using var twin = await desk.Session.DuplicateAsync();
        await twin.UntilAsync("document.querySelector('#ticket-quantity')?.value === '7'");

        foreach (var tab in new[] { desk.Session, twin })
        {
            await ConfirmAsync(tab);
            await tab.Page.ClickAsync(".order-button");
            await RecordedAsync(tab);
        }

        Assert.Contains("no second order was made", await twin.TextAsync(".ticket-outcome"), StringComparison.Ordinal);
        Assert.Equal(1, await ExecutedAsync(desk.Session));
    }

    [Fact]
    public async Task A_frozen_server_kills_the_buttons_and_sends_nothing_later_but_what_is_pressed_anew()
    {
        await using var desk = await OpenAsync("TCS");
        var session = desk.Session;
        await ConfirmAsync(session);
        await session.AskAsync<bool>(NoteDeath);

        desk.Process.Send(ProcessSignal.Stop);
        try
        {
            await session.Page.ClickAsync(".order-button");
            await session.UntilAsync("document.querySelector('.desk').inert", TimeSpan.FromSeconds(10));
            Assert.InRange(await session.AskAsync<double>("window.deadAt - window.stoppedAt"), 0, 5_000);
            var box = (await session.Page.Locator(".order-button").BoundingBoxAsync())!;
            await session.Page.Mouse.ClickAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
            await session.Page.Keyboard.PressAsync("Enter");
            await session.Page.Keyboard.PressAsync("s");
        }
        finally
        {
            desk.Process.Send(ProcessSignal.Continue);
        }

        await session.UntilAsync("document.querySelector('.refusal')?.dataset.code === 'late'");
        await session.UntilAsync("document.querySelector('.desk').inert === false");
        Assert.Equal("true", await session.Page.GetAttributeAsync(".sides .side-buy", "aria-pressed"));
        Assert.Equal("Open 0 Executed 0 Refused 0 Cancelled 0 Unknown 0", await GroupsAsync(session));

        await ConfirmAsync(session);
        await session.Page.ClickAsync(".order-button");
        await RecordedAsync(session);

        Assert.Equal(1, await ExecutedAsync(session));
    }

    /// <summary>Waits for a tick: a desk that just began has no price of the session before, and takes no order.</summary>
    private static async Task TickedAsync(DeskSession session)
    {
        var before = await session.AskAsync<string>(LastTick);
        await session.UntilAsync($"{LastTick} !== '{before}'");
    }

    /// <summary>Waits for the desk's answer, which is that the order is recorded and not a refusal.</summary>
    private static async Task RecordedAsync(DeskSession session)
    {
        await session.UntilAsync($"!['confirming', 'sending'].includes({Stage})");
        var refusal = await session.AskAsync<string>("document.querySelector('.refusal')?.innerText ?? ''");
        Assert.Equal("recorded", await session.AskAsync<string>(Stage) + refusal);
    }

    /// <summary>The first press, and the wait until the second one counts.</summary>
    private static async Task ConfirmAsync(DeskSession session)
    {
        await session.Page.ClickAsync(".order-button");
        await session.UntilAsync($"{Stage} === 'confirming'");
        await Task.Delay(TimeSpan.FromMilliseconds(400), TestContext.Current.CancellationToken);
    }

    /// <summary>Intents that were executed, once there is one.</summary>
    private static async Task<int> ExecutedAsync(DeskSession session)
    {
        await GroupsAsync(session);
        await session.Page.ClickAsync(".orders-book .segment:nth-child(2)");
        // Until the list is the executed ones': an order that still works stands in the list before.
        const string IsChosen = "document.querySelector('.orders-book .segment:nth-child(2)').ariaPressed === 'true'";
        await session.UntilAsync($"{IsChosen} && {Intents} > 0");
        return await session.AskAsync<int>(Intents);
    }

    private static async Task<string> GroupsAsync(DeskSession session)
    {
        await session.Page.ClickAsync(".book-panel [aria-label=Book] button:nth-child(2)");
        await session.UntilAsync("document.querySelector('.orders-book') !== null");
        return await session.AskAsync<string>(
            "[...document.querySelectorAll('.orders-book .segment')].map(segment => segment.textContent).join(' ')");
    }

    private async Task<OwnDesk> OpenAsync(string? symbol = null)
    {
        var desk = await OwnDesk.OpenAsync(await fixture.BrowserAsync());
        if (symbol is not null)
        {
            await desk.Session.ChooseAsync(symbol);
            await desk.Session.UntilAsync($"document.querySelector('.ticket-name')?.textContent === '{symbol}'");
            await TickedAsync(desk.Session);
        }

        return desk;
    }
}
