using System.Globalization;
using Microsoft.Playwright;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Browser;

/// <summary>Charts in a real browser: linked symbols, a line that is dragged and asks, scale, picture and older candles.</summary>
[Collection(BrowserCollection.Name), Trait("Needs", "Browser"), Trait("Speed", "Slow")]
public sealed class ChartsInBrowserTests(BrowserFixture fixture)
{
    private const string Tag = ".line-tag[role=slider]";
    private const string TagPrice = "document.querySelector('.line-tag[role=slider]')?.ariaValueText";
    private const string Rests = "document.querySelector('.line-tag[role=slider]').dataset.moved === 'false'";
    private const string Close = "Number(document.querySelector('.chart-canvas').dataset.close)";

    [Fact]
    public async Task One_symbol_goes_to_all_four_charts_by_the_keyboard()
    {
        await using var session = await OpenAsync(DeskLook.Wide, 4);

        await ChooseAsync(session, "INFY");

        await session.UntilAsync(
            "[...document.querySelectorAll('.symbol-button')].every(button => button.textContent.includes('INFY'))");
        await session.UntilAsync("document.querySelectorAll('.charts .chart-body[data-state=shown]').length === 4");
        Assert.Equal(4, await session.AskAsync<int>("document.querySelectorAll('.charts .chart-canvas').length"));
        Assert.Equal((1440, 900), (await session.AskAsync<int>("document.documentElement.scrollWidth"),
            await session.AskAsync<int>("document.documentElement.scrollHeight")));
        Assert.Empty(session.ConsoleErrors);
    }

    [Fact]
    public async Task A_scale_is_made_logarithmic_and_a_picture_is_saved_under_its_name()
    {
        await using var session = await OpenAsync(DeskLook.Wide, 1);
        await session.Page.ClickAsync(".open-tools");
        await session.Page.CheckAsync(".tool-switch input");
        await session.UntilAsync("document.querySelector('.chart-canvas').dataset.scale === 'log'");

        var picture = await session.Page.RunAndWaitForDownloadAsync(() => session.Page.ClickAsync(".save-picture"));

        Assert.Matches(@"^[A-Z0-9&-]+-\w+-\d{8}-\d{6}\.png$", picture.SuggestedFilename);
        var bytes = await File.ReadAllBytesAsync(await picture.PathAsync());
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], bytes[..4]);
        Assert.True(bytes.Length > 10_000);
        Assert.Empty(session.ConsoleErrors);
    }

    [Fact]
    public async Task Older_candles_come_when_a_chart_is_scrolled_back_and_go_to_now_returns()
    {
        await using var session = await OpenAsync(DeskLook.Wide, 1);
        var candles = await session.ChartAsync("candles");
        var box = await session.Page.Locator(".chart-canvas").BoundingBoxAsync();
        await session.Page.Mouse.MoveAsync(box!.X + box.Width - 120, box.Y + 80);

        for (var turn = 0; turn < 60 && await session.ChartAsync("candles") < candles + 400; turn++)
        {
            await session.Page.Mouse.WheelAsync(-900, 0);
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        }

        Assert.True(await session.ChartAsync("candles") > candles + 400);
        await session.Page.ClickAsync(".to-now");
        await session.UntilAsync("document.querySelector('.to-now').hidden");
        Assert.Empty(session.ConsoleErrors);
    }

    [Fact]
    public async Task A_phone_shows_one_chart_of_300_pixels_and_the_others_behind_a_row_of_buttons()
    {
        await using var session = await OpenAsync(DeskLook.Phone, 4);

        await session.Page.ClickAsync(".charts-shown .segment:nth-child(2)");
        await session.UntilAsync("document.querySelectorAll('.chart-place')[1].checkVisibility()");

        Assert.Equal(1, await session.AskAsync<int>(
            "[...document.querySelectorAll('.chart-canvas')].filter(chart => chart.checkVisibility()).length"));
        var height = await session.AskAsync<double>(
            "[...document.querySelectorAll('.chart-canvas')].find(chart => chart.checkVisibility()).getBoundingClientRect().height");
        Assert.InRange(height, 300, 844);
        Assert.Equal(390, await session.AskAsync<int>("document.documentElement.scrollWidth"));
    }

    [Fact]
    public async Task A_chart_that_is_hidden_is_told_nothing_and_catches_up_when_it_is_seen_again()
    {
        await using var session = await OpenAsync(DeskLook.Phone, 4);
        await ShowAsync(session, 2);
        await session.UntilAsync("document.querySelectorAll('.charts .chart-body[data-state=shown]').length === 2");
        var untouched = await UpdatesAsync(session, 3);
        await ShowAsync(session, 1);
        await MoveAsync(session, 1, 5);
        var hidden = await UpdatesAsync(session, 2);

        await MoveAsync(session, 1, 10);
        var stillHidden = await UpdatesAsync(session, 2);
        await ShowAsync(session, 2);
        await MoveAsync(session, 2, 5);

        Assert.Equal((0, 0), (untouched, await UpdatesAsync(session, 3)));
        Assert.Equal(hidden, stillHidden);
        Assert.Empty(session.ConsoleErrors);
    }

    [Fact]
    public async Task A_line_is_dragged_and_its_order_moves_only_after_the_question()
    {
        await using var desk = await OpenWithOrderAsync();
        var session = desk.Session;
        var before = await session.AskAsync<string>(TagPrice);

        await DragAsync(session);
        var asked = await session.TextAsync(".move-words strong");
        await session.Page.Keyboard.PressAsync("Escape");
        await session.UntilAsync($"document.querySelector('.line-move') === null && {Rests}");
        var after = await session.AskAsync<string>(TagPrice);
        await DragAsync(session);
        var wanted = await ConfirmAsync(session);

        Assert.StartsWith($"{before} → ", asked, StringComparison.Ordinal);
        Assert.Equal(before, after);
        Assert.NotEqual(before, wanted);
        Assert.Empty(session.ConsoleErrors);
    }

    [Fact]
    public async Task A_stop_that_the_desk_holds_is_dragged_and_moves_only_after_the_question()
    {
        await using var desk = await OpenWithHeldStopAsync();
        var session = desk.Session;
        var before = await session.AskAsync<string>(TagPrice);

        await DragAsync(session);
        var asked = await session.TextAsync(".line-move h3");
        await session.Page.ClickAsync(".leave-line");
        await session.UntilAsync($"document.querySelector('.line-move') === null && {Rests}");
        var after = await session.AskAsync<string>(TagPrice);
        await DragAsync(session);
        var wanted = await ConfirmAsync(session);

        Assert.Matches("^Move the (stop|target) of order 1 · long 5 TCS", asked);
        Assert.Equal(before, after);
        Assert.NotEqual(before, wanted);
        Assert.Empty(session.ConsoleErrors);
    }

    [Fact]
    public async Task A_line_is_moved_by_the_keyboard_alone_and_axe_objects_to_nothing()
    {
        await using var desk = await OpenWithOrderAsync();
        var (session, keyboard) = (desk.Session, desk.Session.Page.Keyboard);
        await session.Page.FocusAsync(Tag);
        await keyboard.PressAsync("ArrowDown");
        await keyboard.PressAsync("PageDown");
        await keyboard.PressAsync("Enter");
        await session.Page.WaitForSelectorAsync(".line-move");
        Assert.Contains("11 ticks lower", await session.TextAsync(".move-words"), StringComparison.Ordinal);
        var wanted = (await session.TextAsync(".move-words strong")).Split(" → ")[1];
        await session.AskAsync<bool>(await File.ReadAllTextAsync(AccessibilityTests.Axe) + "; true");
        var found = new List<string>();

        foreach (var (width, height, theme, palette) in AccessibilityTests.Looks.Select(look => look.Data))
        {
            await session.Page.SetViewportSizeAsync(width, height);
            await session.AskAsync<bool>(
                $"Object.assign(document.documentElement.dataset, {{ theme: '{theme}', palette: '{palette}' }}) !== null");
            found.AddRange(await session.AskAsync<string[]>(AccessibilityTests.Judge));
        }

        await session.Page.FocusAsync(".line-move [type=submit]");
        await keyboard.PressAsync("Enter");
        await session.UntilAsync($"{TagPrice} === '{wanted}'");
        Assert.Empty(found.Distinct());
    }

    /// <summary>A phone shows one at a time.</summary>
    private static int Seen(DeskLook look, int count) => look == DeskLook.Phone ? 1 : count;

    /// <summary>Moves the first line's tag up by some pixels, once it stands still, and lets it go: that asks.</summary>
    private static async Task DragAsync(DeskSession session)
    {
        var tag = session.Page.Locator(Tag).First;
        await tag.HoverAsync(new() { Position = new() { X = 40, Y = 12 } });
        await session.Page.Mouse.DownAsync();
        var box = (await tag.BoundingBoxAsync())!;
        await session.Page.Mouse.MoveAsync(box.X + 40, box.Y - 18, new() { Steps = 5 });
        await session.Page.Mouse.UpAsync();
        await session.Page.WaitForSelectorAsync(".line-move");
    }

    /// <summary>Gives what was asked, after the moment in which the question is deaf, and waits until the line stands there.</summary>
    private static async Task<string> ConfirmAsync(DeskSession session)
    {
        var wanted = (await session.TextAsync(".move-words strong")).Split(" → ")[1];
        await Task.Delay(TimeSpan.FromMilliseconds(400), TestContext.Current.CancellationToken);
        await session.Page.ClickAsync(".line-move [type=submit]");
        await session.UntilAsync($"{TagPrice} === '{wanted}'");
        return wanted;
    }

    /// <summary>Shows one of a phone's charts, from 1.</summary>
    private static async Task ShowAsync(DeskSession session, int place)
    {
        await session.Page.ClickAsync($".charts-shown .segment:nth-child({place})");
        await session.UntilAsync($"document.querySelectorAll('.chart-place')[{place - 1}].checkVisibility()");
    }

    /// <summary>Waits until a chart has moved so often.</summary>
    private static async Task MoveAsync(DeskSession session, int place, int times) =>
        await session.UntilAsync($"{Updates(place)} > {await UpdatesAsync(session, place) + times}");

    private static string Updates(int place) =>
        $"Number(document.querySelectorAll('.charts .chart-canvas')[{place - 1}].dataset.updates ?? 0)";

    private static Task<int> UpdatesAsync(DeskSession session, int place) => session.AskAsync<int>(Updates(place));

    private static async Task ChooseAsync(DeskSession session, string symbol)
    {
        await session.Page.ClickAsync(".symbol-button");
        await session.UntilAsync("document.activeElement.closest('.symbol-picker') !== null");
        await session.Page.Keyboard.TypeAsync(symbol);
        await session.UntilAsync("document.querySelector('.symbol-picker .kind strong').textContent === '" + symbol + "'");
        await session.Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>The shared desk's charts page with so many charts, those that are seen drawn.</summary>
    private async Task<DeskSession> OpenAsync(DeskLook look, int count)
    {
        var session = await DeskSession.OpenAsync(await fixture.BrowserAsync(), $"{await fixture.AddressAsync()}/charts", look);
        await session.Page.ClickAsync($"[aria-label='How many charts'] button:text-is('{count.ToString(CultureInfo.InvariantCulture)}')");
        await session.UntilAsync($"document.querySelectorAll('.charts .chart-body[data-state=shown]').length === {Seen(look, count)}");
        return session;
    }

    /// <summary>A desk whose charts page shows TCS with an order that waits below the market.</summary>
    private Task<OwnDesk> OpenWithOrderAsync() => OpenAsync(async (page, close) =>
    {
        await page.ClickAsync(".ticket [aria-label=Type] button:nth-child(2)");
        await page.FillAsync("#ticket-price", Rupees(close * 0.998m));
    });

    /// <summary>A desk whose charts page shows TCS, held, with a stop and a target far enough from the market to stay.</summary>
    private Task<OwnDesk> OpenWithHeldStopAsync() => OpenAsync(async (page, close) =>
    {
        await page.ClickAsync(".ticket .bracket summary");
        await page.FillAsync("#ticket-stop", Rupees(close * 0.98m));
        await page.FillAsync("#ticket-target", Rupees(close * 1.02m));
    });

    private async Task<OwnDesk> OpenAsync(Func<IPage, decimal, Task> writeAsync)
    {
        var desk = await OwnDesk.OpenAsync(await fixture.BrowserAsync());
        var (session, page) = (desk.Session, desk.Session.Page);
        await session.ChooseAsync("TCS");
        await session.UntilAsync("document.querySelector('.ticket-name')?.textContent === 'TCS'");
        var updates = await session.ChartAsync("updates");
        await session.UntilAsync($"Number(document.querySelector('.chart-canvas').dataset.updates) > {updates + 3}");
        await page.FillAsync("#ticket-quantity", "5");
        await writeAsync(page, await session.AskAsync<decimal>(Close));
        await page.ClickAsync(".order-button");
        await session.UntilAsync("document.querySelector('.ticket-form').dataset.stage === 'confirming'");
        await Task.Delay(TimeSpan.FromMilliseconds(400), TestContext.Current.CancellationToken);
        await page.ClickAsync(".order-button");
        await session.UntilAsync("document.querySelector('.ticket-form').dataset.stage === 'recorded'");
        await page.GotoAsync(new Uri(new Uri(page.Url), "charts").ToString());
        await session.WaitForDeskAsync();
        await ChooseAsync(session, "TCS");
        await page.WaitForSelectorAsync(Tag);
        return desk;
    }

    private static string Rupees(decimal price) => Math.Round(price, 1).ToString("0.00", CultureInfo.InvariantCulture);
}
