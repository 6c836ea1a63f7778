using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Observation.Accounts;
using TradingDesk.Engine.Primitives;
using TradingDesk.Web.Components.Foundation;
using TradingDesk.Web.Components.Tables;
using TradingDesk.Web.Pages.Desk;

namespace TradingDesk.Web.Pages.Risk;

/// <summary>What the desk refused today, counted by account and reason.</summary>
public sealed partial class RefusalsPanel
{
    /// <summary>As many refused intents as the desk tells of one account.</summary>
    private const int Most = 200;

    private static readonly TableColumn<RefusalCount>[] _columns =
    [
        new("account", "Account") { Text = refusal => refusal.Account, SortKey = refusal => refusal.Account, IsRowHeader = true },
        new("times", "Times") { Text = refusal => IndianNumbers.Whole(refusal.Count), SortKey = refusal => refusal.Count, IsNumber = true },
        new("why", "Why") { Text = refusal => refusal.Sentence, Css = _ => "words", Line = 2 },
        new("last", "Last") { Text = refusal => Labels.Clock(refusal.Last), SortKey = refusal => refusal.Last.Nanos, Css = _ => "n time" },
    ];

    private readonly CancellationTokenSource _gone = new();
    private IReadOnlyList<RefusalCount>? _refusals;
    private bool _isCut;
    private string _failure = "";
    private int _accounts;

    [Parameter] public string Class { get; set; } = "";

    private TableStanding Standing => _failure.Length > 0 ? TableStanding.Failed(_failure)
        : _refusals is null ? TableStanding.Loading("Reading the journal ...") : TableStanding.Ready;

    protected override IReadOnlyList<AccountView>? ReadSlice() => Desk.Current.Accounts;

    protected override Task OnParametersSetAsync() => _refusals is null ? ReadAsync() : Task.CompletedTask;

    // Money moves all the time; only another account must be read anew.
    protected override Task SliceChangedAsync() => Slice!.Count == _accounts ? Task.CompletedTask : ReadAsync();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _gone.Cancel();
            _gone.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task ReadAsync()
    {
        var accounts = Slice ?? [];
        _accounts = accounts.Count;
        try
        {
            var read = new List<(string Account, IReadOnlyList<OrderView> Denied)>();
            foreach (var account in accounts) read.Add((account.Name, await Desk.ReadDeniedAsync(account.Id, _gone.Token)));
            (_refusals, _failure, _isCut) = (Count(read), "", read.Any(one => one.Denied.Count >= Most));
        }
        catch (IOException unreadable)
        {
            _failure = unreadable.Message;
        }
        catch (OperationCanceledException)
        {
            return;
        }

        StateHasChanged();
    }

    private RefusalCount[] Count(List<(string Account, IReadOnlyList<OrderView> Denied)> read)
    {
        var today = Desk.Current.Market.MarketTime.IndiaDate;
        return
        [
            .. from account in read
               from order in account.Denied
               where order.At.IndiaDate == today
               group order by (account.Account, order.Sentence) into same
               orderby same.Count() descending, same.Key.Account
               select new RefusalCount(same.Key.Account, same.Key.Sentence, same.Count(), same.Max(order => order.At)),
        ];
    }
}
