using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Browser;

/// <summary>Orders from a real browser to the paper market: by keyboard alone, pressed twice, over a reload and a kill.</summary>
[Collection(BrowserCollection.Name), Trait("Needs", "Browser"), Trait("Speed", "Slow")]
public sealed class OrderTicketTests(BrowserFixture fixture)
{
    private const string Stage = "document.querySelector('.ticket-form').dataset.stage";

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
        await keyboard.PressAsync("Tab");

        await keyboard.PressAsync("b");
        await desk.Session.UntilAsync("document.activeElement.id === 'ticket-quantity'");
        await keyboard.TypeAsync("5");
        await keyboard.PressAsync("Enter");
        await desk.Session.UntilAsync($"{Stage} === 'confirming'");
        await Task.Delay(TimeSpan.FromMilliseconds(400), TestContext.Current.CancellationToken);
        await keyboard.PressAsync("Enter");

        await desk.Session.UntilAsync("document.querySelector('[data-order-stage=Filled]') !== null");
        Assert.Contains("5 of 5", await desk.Session.TextAsync(".ticket-outcome"), StringComparison.Ordinal);
        await desk.Session.UntilAsync("document.querySelector('.position-row').innerText.includes('TCS')");
        Assert.Empty(desk.Session.ConsoleErrors);
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
        await desk.Session.UntilAsync($"{Stage} === 'recorded'");

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
    public async Task A_press_that_lay_in_a_frozen_server_gives_nothing()
    {
        await using var desk = await OpenAsync("TCS");
        await desk.Session.Page.ClickAsync(".order-button");
        await desk.Session.UntilAsync($"{Stage} === 'confirming'");
        desk.Process.Send(ProcessSignal.Stop);
        await desk.Session.Page.ClickAsync(".order-button");
        await Task.Delay(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);

        desk.Process.Send(ProcessSignal.Continue);

        await desk.Session.UntilAsync("document.querySelector('.refusal')?.dataset.code === 'late' || " + $"{Stage} === 'writing'");
        await desk.Session.UntilAsync("document.querySelector('.book-panel').innerText.includes('Orders 0')");
        Assert.Equal(0, await desk.Session.AskAsync<int>("document.querySelectorAll('.position-row').length"));
    }

    private async Task<OwnDesk> OpenAsync(string? symbol = null)
    {
        var desk = await OwnDesk.OpenAsync(await fixture.BrowserAsync());
        if (symbol is not null)
        {
            await desk.Session.ChooseAsync(symbol);
            await desk.Session.UntilAsync($"document.querySelector('.ticket-name')?.textContent === '{symbol}'");
        }

        return desk;
    }
}
