using System.Text.RegularExpressions;

namespace TradingDesk.Tests.Browser.Evidence;

/// <summary>What holds on every page there is, with two runs and orders of every fate on the desk.</summary>
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

    /// <summary>What is not whole in the window, or has something else over its middle or its end.</summary>
    private const string Unseen =
        """
        ['.kill-open', '.day-net strong'].filter(name => {
            const shown = [...document.querySelectorAll(name)].find(one => one.checkVisibility());
            const box = shown?.getBoundingClientRect();
            const isFree = x => shown.contains(document.elementFromPoint(x, box.y + box.height / 2));
            return !box || box.top < 0 || box.bottom > innerHeight || box.left < 0 || box.right > innerWidth
                || !isFree(box.x + box.width / 2) || !isFree(box.right - 2);
        })
        """;

    private static readonly (string Theme, string Palette)[] _colours =
        [("dark", "standard"), ("light", "standard"), ("dark", "colour-blind")];

    [Theory, MemberData(nameof(SeenPage.Paths), MemberType = typeof(SeenPage))]
    public async Task Axe_objects_to_nothing_in_three_themes_at_both_sizes_and_nothing_is_wider_than_its_window(string path)
    {
        var found = new List<string>();
        foreach (var window in new[] { DeskLook.Wide, DeskLook.Phone })
        {
            await using var session = await OpenAsync(path, window);
            await session.AskAsync<bool>(await File.ReadAllTextAsync(AccessibilityTests.Axe) + "; true");
            foreach (var (theme, palette) in _colours)
            {
                await session.AskAsync<bool>(
                    $"Object.assign(document.documentElement.dataset, {{ theme: '{theme}', palette: '{palette}' }}) !== null");
                var faults = await session.AskAsync<string[]>(AccessibilityTests.Judge);
                found.AddRange(faults.Select(fault => $"{theme}, {palette}, {window.Width}: {fault}"));
            }

            var overhang = await session.AskAsync<int>("document.documentElement.scrollWidth - innerWidth");
            if (overhang > 0) found.Add($"{window.Width}: {overhang} pixels too wide");
            found.AddRange(session.ConsoleErrors);
        }

        Assert.Empty(found);
    }

    [Theory, MemberData(nameof(SeenPage.Paths), MemberType = typeof(SeenPage))]
    public async Task Every_number_is_one_and_the_mode_is_named(string path)
    {
        await using var session = await OpenAsync(path, DeskLook.Wide);
        await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken); // Until the board was sampled.

        var cells = await session.AskAsync<string[]>(Cells);
        var text = await session.AskAsync<string>("document.body.innerText");
        var badges = await session.AskAsync<string[]>("[...document.querySelectorAll('.badge')].map(badge => badge.textContent.trim())");

        var amounts = cells.SelectMany(cell => Between().Split(cell)).Where(part => part.Any(char.IsDigit) && !Moment().IsMatch(part));
        Assert.Empty(amounts.Select(amount => amount.Replace(" %", "%", StringComparison.Ordinal))
            .Where(amount => !NumbersOnScreenTests.Number().IsMatch(amount)).Distinct());
        // An order's step that took no time stands as +0 after the one before.
        Assert.DoesNotMatch(NumbersOnScreenTests.Nonsense(), text.Replace("\n+0\n", "\n", StringComparison.Ordinal));
        Assert.Contains("SIMULATED", badges);
        Assert.Equal("PAPER", await session.TextAsync(".top .mode-choice[aria-pressed=true]"));
    }

    [Theory, MemberData(nameof(SeenPage.Paths), MemberType = typeof(SeenPage))]
    public async Task The_kill_switch_and_the_days_result_are_seen_on_a_phone_and_two_keys_open_the_switch(string path)
    {
        await using var session = await OpenAsync(path, DeskLook.Phone);
        await session.UntilAsync("document.querySelector('.day-net strong') !== null");

        var unseen = await session.AskAsync<string[]>(Unseen);
        await session.Page.Keyboard.PressAsync("Shift+K");
        await session.Page.Keyboard.PressAsync("Shift+K");
        await session.UntilAsync("document.getElementById('kill-dialog').open");
        await session.Page.Keyboard.PressAsync("Escape");
        await session.UntilAsync("!document.getElementById('kill-dialog').open");

        Assert.Empty(unseen);
    }

    /// <summary>What stands between two numbers of one cell.</summary>
    [GeneratedRegex(@"\s{2,}| of | / |, | to ")]
    private static partial Regex Between();

    /// <summary>A time or a day.</summary>
    [GeneratedRegex(@"^(([A-Z][a-z]{2} )?\d{1,2} [A-Z][a-z]{2}( \d{4})?)? ?(\d{2}:\d{2}(:\d{2}(\.\d{3})?)?)?( IST)?$")]
    private static partial Regex Moment();

    private async Task<DeskSession> OpenAsync(string path, DeskLook look)
    {
        var desk = await fixture.TradedAsync();
        return await DeskSession.OpenBareAsync(await fixture.BrowserAsync(), $"{desk.Address}/{path}", look);
    }
}
