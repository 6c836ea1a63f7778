namespace TradingDesk.Tests.Browser.Evidence;

/// <summary>What a keyboard can do everywhere, and that no address or forged ticket changes whose book an order goes to.</summary>
[Collection(BrowserCollection.Name), Trait("Needs", "Browser"), Trait("Speed", "Slow")]
public sealed class KeysAndModeTests(BrowserFixture fixture)
{
    private const string Stage = "document.querySelector('.ticket-form').dataset.stage";

    [Fact]
    public async Task A_question_mark_lists_the_keys_and_the_focus_returns_to_where_it_was()
    {
        await using var session = await fixture.OpenDeskAsync();
        await session.Page.FocusAsync(".top .person");
        await session.AskAsync<bool>("(window.before = document.activeElement) !== document.body");

        await session.Page.Keyboard.PressAsync("?");
        await session.UntilAsync("document.getElementById('keys-help').open");
        var rows = await session.AskAsync<int>("document.querySelectorAll('.keys-table tr').length");
        await session.Page.Keyboard.PressAsync("Escape");
        await session.UntilAsync("!document.getElementById('keys-help').open");

        Assert.True(await session.AskAsync<bool>("document.activeElement === window.before"), "The focus is elsewhere.");
        Assert.InRange(rows, 8, 40);
    }

    [Fact]
    public async Task Letters_in_a_field_are_the_fields_own()
    {
        await using var session = await fixture.OpenDeskAsync();
        await session.ChooseAsync("TCS");
        await session.Page.FocusAsync("[data-search]");

        await session.Page.Keyboard.TypeAsync("bsdxcgo?KK");

        Assert.Equal("bsdxcgo?KK", await session.Page.InputValueAsync("[data-search]"));
        Assert.False(await session.AskAsync<bool>("document.querySelector('dialog[open]') !== null"));
        Assert.EndsWith("/", new Uri(session.Page.Url).AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task D_steps_to_the_depth_from_where_a_price_goes_into_the_ticket_unless_keys_are_off()
    {
        await using var session = await fixture.OpenDeskAsync();
        await session.ChooseAsync("TCS");
        await session.UntilAsync("document.querySelector('.ticket-name')?.textContent === 'TCS'");
        await session.UntilAsync("document.querySelector('.depth .level') !== null");
        await session.Page.ClickAsync(".ticket [data-folds=side]");
        await session.UntilAsync("!document.querySelector('.depth').checkVisibility()");

        await session.AskAsync<bool>("(document.documentElement.dataset.keys = 'off') === 'off'");
        await session.Page.Keyboard.PressAsync("d");
        Assert.False(await session.AskAsync<bool>("document.querySelector('.depth').checkVisibility()"));
        await session.AskAsync<bool>("(document.documentElement.dataset.keys = 'on') === 'on'");
        await session.Page.Keyboard.PressAsync("d");

        await session.UntilAsync("document.activeElement.matches('.depth .level')");
        await session.Page.Keyboard.PressAsync("Enter");
        await session.UntilAsync("document.querySelector('#ticket-price').value !== ''");
        Assert.Empty(session.ConsoleErrors);
    }

    [Fact]
    public async Task A_key_whose_button_is_folded_away_unfolds_it_first()
    {
        await using var session = await fixture.OpenDeskAsync();
        await session.ChooseAsync("TCS");
        await session.UntilAsync("document.querySelector('.ticket-name')?.textContent === 'TCS'");
        await session.Page.ClickAsync(".ticket [data-folds=side]");
        await session.UntilAsync("!document.querySelector('.ticket').checkVisibility()");

        await session.Page.Keyboard.PressAsync("s");

        await session.UntilAsync("document.querySelector('.ticket .side-sell').checkVisibility()");
        await session.UntilAsync("document.querySelector('.ticket .side-sell').ariaPressed === 'true'");
        Assert.Empty(session.ConsoleErrors);
    }

    [Fact]
    public async Task Badge_button_and_confirmation_name_one_mode_whatever_the_address_says()
    {
        await using var session = await DeskSession.OpenAsync(
            await fixture.BrowserAsync(), $"{await fixture.AddressAsync()}/?mode=LIVE&account=LIVE-1", DeskLook.Wide);
        await session.ChooseAsync("TCS");
        await session.UntilAsync("document.querySelector('.ticket-name')?.textContent === 'TCS'");

        var writing = await session.TextAsync(".order-button .mode");
        await session.Page.ClickAsync(".order-button");
        await session.UntilAsync($"{Stage} === 'confirming'");
        var confirming = await session.TextAsync(".order-button .mode");
        var chosen = await session.AskAsync<string[]>(
            "[...document.querySelectorAll('.top .mode-choice[aria-pressed=true]')].map(choice => choice.textContent.trim())");

        Assert.Equal(("PAPER", "PAPER"), (writing, confirming));
        Assert.Equal(["PAPER"], chosen);
        Assert.DoesNotContain("LIVE", await session.TextAsync(".ticket"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ticket_forged_for_another_account_gives_nothing()
    {
        await using var desk = await OwnDesk.OpenAsync(await fixture.BrowserAsync());
        var session = desk.Session;
        await session.ChooseAsync("TCS");
        await session.UntilAsync("document.querySelector('.ticket-name')?.textContent === 'TCS'");
        await session.Page.FillAsync("#ticket-quantity", "7");
        await session.UntilAsync("""sessionStorage.getItem('desk.ticket')?.includes('"7"')""");

        await session.AskAsync<bool>(
            "sessionStorage.setItem('desk.ticket', sessionStorage.getItem('desk.ticket').replaceAll('PAPER', 'LIVE')) === undefined");
        await session.Page.ReloadAsync();
        await session.WaitForDeskAsync();
        await session.UntilAsync("document.querySelector('.order-button') !== null");

        Assert.Equal("PAPER", await session.TextAsync(".order-button .mode"));
        Assert.DoesNotContain("LIVE", await session.TextAsync(".ticket"), StringComparison.Ordinal);
        await session.UntilAsync("document.querySelector('.book-panel').innerText.includes('Orders 0')");
    }
}
