using TradingDesk.Web.Components.Foundation;

namespace TradingDesk.Web.Components.Overlays;

/// <summary>
/// What one tab tells in passing, oldest first and never more than a few at once: when a new sentence finds no room the oldest that would
/// leave by itself goes, or else the oldest of all, which is counted. Used on the circuit's own thread.
/// </summary>
public sealed class Toasts(TimeProvider time)
{
    public const int Most = 5;

    /// <summary>Time to read two sentences.</summary>
    public static readonly TimeSpan Stay = TimeSpan.FromSeconds(6);

    private readonly List<Toast> _toasts = [];
    private long _last;

    /// <summary>Something came or went.</summary>
    public event Action? Changed;

    public IReadOnlyList<Toast> Shown => _toasts;

    /// <summary>How many that a person should have taken away went for want of room.</summary>
    public int Lost { get; private set; }

    public void Add(Tone tone, string sentence)
    {
        if (_toasts.Count == Most) MakeRoom();
        _toasts.Add(new Toast(++_last, tone, sentence, time.GetUtcNow() + Stay));
        Changed?.Invoke();
    }

    public void Remove(long number)
    {
        if (_toasts.RemoveAll(toast => toast.Number == number) == 0) return;
        if (_toasts.Count == 0) Lost = 0;
        Changed?.Invoke();
    }

    /// <summary>Lets those go whose time is over.</summary>
    public void Expire()
    {
        var now = time.GetUtcNow();
        if (_toasts.RemoveAll(toast => !toast.Stays && toast.LeavesAt <= now) > 0) Changed?.Invoke();
    }

    /// <summary>Who was reading gets the whole time once more.</summary>
    public void Linger()
    {
        var leave = time.GetUtcNow() + Stay;
        for (var at = 0; at < _toasts.Count; at++) _toasts[at] = _toasts[at] with { LeavesAt = leave };
    }

    private void MakeRoom()
    {
        var place = _toasts.FindIndex(toast => !toast.Stays);
        if (place < 0) Lost++;
        _toasts.RemoveAt(Math.Max(place, 0));
    }
}
