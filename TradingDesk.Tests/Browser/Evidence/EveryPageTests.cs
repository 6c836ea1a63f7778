using System.Text.RegularExpressions;

namespace TradingDesk.Tests.Browser.Evidence;

/// <summary>What holds on every page there is, with two runs and orders of every fate on the desk: nothing to object to, in any look.</summary>
[Collection(BrowserCollection.Name), Trait("Needs", "Browser"), Trait("Speed", "Slow")]
public sealed partial class EveryPageTests(BrowserFixture fixture)
{
    /// <summary>The text of each cell of numbers, without what is written beside the number in an element of its own.</summary>
    private const string Cells =
        """
        [...document.querySelectorAll('.n:not(input, th)')].filter(cell => cell.checkVisibility())
            .map(cell => [...cell.childNodes].filter(node => node.nodeType === 3).map(node => node.data).join('').trim())
            .filter(text => text.length > 0)
        """;

    private const string Unseen =
        """
        ['.kill-open', '.account-picker strong.n'].filter(name => {
            const box = [...document.querySelectorAll(name)].find(one => one.checkVisibility())?.getBoundingClientRect();
            return !box || box.top < 0 || box.bottom > innerHeight || box.left < 0 || box.right > innerWidth;
        })
        """;

    private static readonly DeskLook[] _looks =
    [
        .. from window in new[] { DeskLook.Wide, DeskLook.Phone }
           from colours in new[] { ("dark", "standard"), ("light", "standard"), ("dark", "colour-blind") }
           select window with { Theme = colours.Item1, Palette = colours.Item2 },
    ];

    [Theory, MemberData(nameof(SeenPage.Paths), MemberType = typeof(SeenPage))]
    public async Task Axe_objects_to_nothing_in_three_themes_at_both_sizes_and_nothing_is_wider_than_its_window(string path)
    {
        await using var session = await OpenAsync(path);
        await session.AskAsync<bool>(await File.ReadAllTextAsync(AccessibilityTests.Axe) + "; true");
        var found = new List<string>();

        foreach (var look in _looks)
        {
            await session.Page.SetViewportSizeAsync(look.Width, look.Height);
            await session.AskAsync<bool>(
                $"Object.assign(document.documentElement.dataset, {{ theme: '{look.Theme}', palette: '{look.Palette}' }}) !== null");
            found.AddRange((await session.AskAsync<string[]>(AccessibilityTests.Judge)).Select(fault => $"{look.Theme} {look.Width}: {fault}"));
            var overhang = await session.AskAsync<int>("document.documentElement.scrollWidth - innerWidth");
            if (overhang > 0) found.Add($"{look.Width}: {overhang} pixels too wide");
        }

        Assert.Empty(found.Distinct());
        Assert.Empty(session.ConsoleErrors);
    }

    [Theory, MemberData(nameof(SeenPage.Paths), MemberType = typeof(SeenPage))]
    public async Task Every_number_is_one_and_the_mode_is_named(string path)
    {
        await using var session = await OpenAsync(path);
        await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken); // Until the board was sampled.

        var cells = await session.AskAsync<string[]>(Cells);
        var text = await session.AskAsync<string>("document.body.innerText");
        var badges = await session.AskAsync<string[]>("[...document.querySelectorAll('.badge')].map(badge => badge.textContent.trim())");

        var amounts = cells.SelectMany(cell => Between().Split(cell)).Where(part => part.Any(char.IsDigit) && !Moment().IsMatch(part));
        Assert.Empty(amounts.Where(amount => !NumbersOnScreenTests.Number().IsMatch(amount)).Distinct());
        Assert.DoesNotMatch(NumbersOnScreenTests.Nonsense(), text);
        Assert.Contains("SIMULATED", badges);
        Assert.Contains("PAPER", badges);
    }

    [Theory, MemberData(nameof(SeenPage.Paths), MemberType = typeof(SeenPage))]
    public async Task The_kill_switch_and_the_days_result_are_seen_on_a_phone_and_two_keys_open_the_switch(string path)
    {
        await using var session = await OpenAsync(path);
        await session.UntilAsync("document.querySelector('.account-picker strong.n') !== null");
        await session.Page.SetViewportSizeAsync(DeskLook.Phone.Width, DeskLook.Phone.Height);

        var unseen = await session.AskAsync<string[]>(Unseen);
        await session.Page.Keyboard.PressAsync("Shift+K");
        await session.Page.Keyboard.PressAsync("Shift+K");
        await session.UntilAsync("document.getElementById('kill-dialog').open");
        await session.Page.Keyboard.PressAsync("Escape");
        await session.UntilAsync("!document.getElementById('kill-dialog').open");

        Assert.Empty(unseen);
    }

    /// <summary>What stands between two numbers of one cell.</summary>
    [GeneratedRegex(" of | / |, | to ")]
    private static partial Regex Between();

    /// <summary>A time or a day.</summary>
    [GeneratedRegex(@"^(\d{2}:\d{2}(:\d{2}(\.\d{3})?)?( IST)?|([A-Z][a-z]{2} )?\d{1,2} [A-Z][a-z]{2}( \d{4})?)$")]
    private static partial Regex Moment();

    private async Task<DeskSession> OpenAsync(string path)
    {
        var desk = await fixture.TradedAsync();
        return await DeskSession.OpenBareAsync(await fixture.BrowserAsync(), $"{desk.Address}/{path}", DeskLook.Wide);
    }
}
