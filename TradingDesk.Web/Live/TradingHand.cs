using Microsoft.JSInterop;
using TradingDesk.Engine.Commands;
using TradingDesk.Web.Live.Health;
using TradingDesk.Web.SignIn;

namespace TradingDesk.Web.Live;

/// <summary>
/// A person's hand on money: gives a command to the gate only if the click behind it is fresh. A click that lay in a frozen connection
/// would otherwise trade at a price nobody saw.
/// </summary>
public sealed class TradingHand(CommandGate gate, Seat seat, AnswerTimes times, TimeProvider time, IJSRuntime js)
{
    // Longer than a slow line takes, shorter than the 4.6 s after which the page calls itself lost.
    private const int FreshMilliseconds = 3_000;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);

    /// <summary>A key nobody gave before; with every attempt at one wish the same.</summary>
    public static string NewKey() => Guid.CreateVersion7().ToString("N");

    /// <summary>The gate's answer; code `late` when the browser did not confirm a fresh click, and then nothing was sent.</summary>
    public async Task<CommandReceipt> GiveAsync(string account, string key, DeskCommand command)
    {
        if (!await IsFreshAsync()) return Late();
        return await SubmitAsync(account, key, command);
    }

    /// <summary>Several commands of one click, each with its own key, given together; the answers stand in their order.</summary>
    public async Task<IReadOnlyList<CommandReceipt>> GiveAllAsync(string account, IReadOnlyList<(string Key, DeskCommand Command)> wishes)
    {
        if (!await IsFreshAsync()) return [.. wishes.Select(_ => Late())];
        return await Task.WhenAll(wishes.Select(wish => SubmitAsync(account, wish.Key, wish.Command)));
    }

    /// <summary>A change of the desk as a whole; its outcome comes as a fact.</summary>
    public CommandReceipt Post(DeskCommand command) => gate.Post(seat.Principal, command);

    private async Task<CommandReceipt> SubmitAsync(string account, string key, DeskCommand command)
    {
        var sentAt = time.GetTimestamp();
        var answer = await gate.SubmitAsync(seat.Principal, account, key, command);
        if (answer.Accepted) times.Note(time.GetElapsedTime(sentAt));
        return answer;
    }

    private static CommandReceipt Late() =>
        new(0, false, "late", "The click reached the desk too late; nothing was sent. Look, and decide anew.");

    private async Task<bool> IsFreshAsync()
    {
        try
        {
            return await js.InvokeAsync<bool>("desk.isFresh", _patience, FreshMilliseconds);
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException or JSException)
        {
            return false;
        }
    }
}
