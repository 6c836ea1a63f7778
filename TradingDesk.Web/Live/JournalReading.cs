namespace TradingDesk.Web.Live;

/// <summary>
/// Something a page shows of the journal: read one at a time, once more where more was asked for meanwhile, and not at all any more once
/// the page is gone. What a failed reading would have replaced stays.
/// </summary>
internal sealed class JournalReading<T>(Func<CancellationToken, Task<T>> read) : IDisposable
    where T : class
{
    private readonly CancellationTokenSource _gone = new();
    private bool _isWanted;
    private bool _isReading;
    private int _subject;

    /// <summary>Null before the first reading.</summary>
    public T? Value { get; private set; }

    /// <summary>Why the last reading failed, or empty.</summary>
    public string Failure { get; private set; } = "";

    /// <summary>Something else is to be read from now on; what is on its way of the old is not taken.</summary>
    public void Forget()
    {
        (Value, Failure) = (null, "");
        _subject++;
    }

    /// <summary>Reads; whether there is something to render anew.</summary>
    public async Task<bool> ReadAsync()
    {
        _isWanted = true;
        if (_isReading) return false;
        _isReading = true;
        try
        {
            while (_isWanted && !_gone.IsCancellationRequested) await ReadOnceAsync();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        finally
        {
            _isReading = false;
        }

        return !_gone.IsCancellationRequested;
    }

    public void Dispose()
    {
        if (_gone.IsCancellationRequested) return;
        _gone.Cancel();
        _gone.Dispose();
    }

    private async Task ReadOnceAsync()
    {
        _isWanted = false;
        var subject = _subject;
        try
        {
            var value = await read(_gone.Token);
            if (subject == _subject) (Value, Failure) = (value, "");
        }
        catch (IOException unreadable)
        {
            if (subject == _subject) Failure = unreadable.Message;
        }
    }
}
