using TradingDesk.Engine.Observation;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Observation.Log;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Controls;
using TradingDesk.Web.Live;

namespace TradingDesk.Web.Pages.Log;

/// <summary>What happened to the chosen account and to the desk, as the journal has it: newest first, with who did it.</summary>
public sealed partial class LogPanel(ChosenAccount chosen)
{
    private static readonly Segment<LogTopic?>[] _topics =
    [
        new(null, "All"),
        .. new LogTopic?[] { LogTopic.Order, LogTopic.Refusal, LogTopic.Strategy, LogTopic.Money, LogTopic.Safety, LogTopic.Alert }
            .Select(topic => new Segment<LogTopic?>(topic, LogWords.Of(topic!.Value))),
    ];

    private JournalReading<LogLines> _reading = null!;
    private AccountId? _readOf;
    private LogTopic? _topic;
    private string _trouble = "";
    private bool _wantsOlder;

    private DateOnly Today => Desk.Current.Market.MarketTime.IndiaDate;

    protected override AccountView? ReadSlice() => chosen.In(Desk.Current);

    protected override void OnInitialized()
    {
        base.OnInitialized();
        _reading = new(ReadLinesAsync);
    }

    protected override Task OnParametersSetAsync() => FollowAsync();

    // Money moves far more often than what this shows; the journal's rows are looked out for.
    protected override Task SliceChangedAsync()
    {
        if (_trouble != Desk.Current.JournalTrouble) StateHasChanged();
        return FollowAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _reading.Dispose();
        base.Dispose(disposing);
    }

    private InstrumentLabel? LabelOf(InstrumentId? id) => id is { } known ? Desk.Current.Quotes.All[known.Index].Instrument : null;

    private Task FollowAsync()
    {
        _trouble = Desk.Current.JournalTrouble;
        if (Slice is not { } account || account.Id == _readOf) return Task.CompletedTask;
        _readOf = account.Id;
        _reading.Forget();
        return ReadAsync();
    }

    private Task ShowAsync(LogTopic? topic)
    {
        _topic = topic;
        _reading.Forget();
        return ReadAsync();
    }

    private Task ReadOlderAsync()
    {
        _wantsOlder = true;
        return ReadAsync();
    }

    private async Task ReadAsync()
    {
        if (_readOf is not null && await _reading.ReadAsync()) StateHasChanged();
    }

    /// <summary>What came since the last reading, or a page of older lines: what is shown already is not read again.</summary>
    private async Task<LogLines> ReadLinesAsync(CancellationToken cancel)
    {
        var query = new LogQuery { Account = _readOf, Topics = _topic is { } topic ? [topic] : [] };
        var (had, wantsOlder) = (_reading.Value, _wantsOlder);
        _wantsOlder = false;
        if (had is null) return LogLines.Of(await Desk.ReadLogAsync(query, cancel));
        return wantsOlder
            ? had.WithOlder(await Desk.ReadLogAsync(query with { Before = had.Older }, cancel))
            : had.WithNewer(await Desk.ReadLogAsync(query with { After = had.Newest }, cancel));
    }
}
