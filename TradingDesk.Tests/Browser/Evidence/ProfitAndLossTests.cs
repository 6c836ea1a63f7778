using System.Globalization;
using TradingDesk.Tests.Processes.Drill;

namespace TradingDesk.Tests.Browser.Evidence;

/// <summary>One truth about a half-closed position: the desk, the page of positions and what the journal's trades add up to.</summary>
[Collection(BrowserCollection.Name), Trait("Needs", "Browser"), Trait("Speed", "Slow")]
public sealed class ProfitAndLossTests(BrowserFixture fixture)
{
    private const string Account = "PAPER-1";
    private const decimal PaidIn = 10_00_000;

    /// <summary>Every cell of the half-closed position as the page shows it at one moment, and its account's day.</summary>
    private const string Row =
        """
        (() => {
            const words = cell => [...cell.childNodes].find(node => node.nodeType === Node.TEXT_NODE && node.data.trim()).data.trim();
            const number = cell => words(cell).replaceAll(',', '').replace('−', '-').replace('–', '0');
            const rows = [...document.querySelectorAll('.position-row')];
            const half = rows.find(row => row.querySelector('.symbol-name').textContent === 'TCS');
            const cells = [...half.querySelectorAll('td.n')].map(number);
            const worths = rows.map(row => `${row.dataset.units}*${number(row.querySelector('.last-price'))}`);
            const foot = [...document.querySelectorAll('.positions-book tfoot td.n')]
                .map(cell => cell.textContent.trim()).filter(text => text);
            const day = foot.at(-1).replaceAll(',', '').replace('−', '-');
            return [cells.join(' '), worths.join(' '), day];
        })()
        """;

    [Fact]
    public async Task A_half_closed_position_has_one_profit_on_every_page_and_in_the_journal()
    {
        var browser = await fixture.BrowserAsync();
        await using var desk = await TradedDesk.OpenAsync(speed: 1, runs: "");
        await using var page = await DeskSession.OpenBareAsync(browser, $"{desk.Address}/positions", DeskLook.Wide);
        await using var front = await DeskSession.OpenAsync(browser, desk.Address, DeskLook.Wide);
        await page.Page.WaitForSelectorAsync(".position-row");
        await front.Page.WaitForSelectorAsync(".position-row");

        var (onPage, onDesk) = (await page.AskAsync<string[]>(Row), await front.AskAsync<string[]>(Row));
        for (var look = 0; look < 100 && !onPage.SequenceEqual(onDesk); look++) // Until both have rendered the same moment.
            (onPage, onDesk) = (await page.AskAsync<string[]>(Row), await front.AskAsync<string[]>(Row));
        var truth = JournalTruth.Read(Path.Combine(desk.Process.DataFolder, "simulated", "journal.db"));

        Assert.Equal(onDesk, onPage);
        var cells = onPage[0].Split(' ').Select(text => decimal.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        var (units, realised, unrealised, charges, net) = (cells[0], cells[3], cells[4], cells[5], cells[6]);
        Assert.Equal(12, units);
        Assert.NotEqual(0, realised);
        Assert.Equal(realised + unrealised - charges, net);
        var held = onPage[1].Split(' ')
            .Select(text => text.Split('*').Select(part => decimal.Parse(part, CultureInfo.InvariantCulture)).ToArray())
            .Sum(pair => pair[0] * pair[1]);
        var proven = truth.FlowOf(Account) - truth.ChargesOf(Account) + held - PaidIn;
        Assert.Equal(decimal.Round(proven, 2), decimal.Parse(onPage[2], CultureInfo.InvariantCulture));
    }
}
