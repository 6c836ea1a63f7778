using TradingDesk.Web.Live;

namespace TradingDesk.Tests.Web.Live;

/// <summary>A page's reading of the journal: one at a time, never of something else, never after the page.</summary>
public sealed class JournalReadingTests : IDisposable
{
    private readonly Queue<TaskCompletionSource<string>> _asked = new();
    private readonly JournalReading<string> _reading;
    private CancellationToken _token;

    public JournalReadingTests() => _reading = new(cancel =>
    {
        _token = cancel;
        _asked.Enqueue(new TaskCompletionSource<string>());
        return _asked.Last().Task.WaitAsync(cancel);
    });

    [Fact]
    public async Task What_is_asked_for_while_it_reads_is_read_once_more_and_rendered_once()
    {
        var first = _reading.ReadAsync();
        var second = _reading.ReadAsync();
        var third = _reading.ReadAsync();
        _asked.Dequeue().SetResult("old");
        await second;

        _asked.Dequeue().SetResult("new");

        Assert.True(await first);
        Assert.Equal((false, false, "new"), (await second, await third, _reading.Value));
        Assert.Empty(_asked);
    }

    [Fact]
    public async Task What_is_read_of_a_subject_that_was_left_is_not_shown()
    {
        var reading = _reading.ReadAsync();

        _reading.Forget();
        _asked.Dequeue().SetResult("of another account");

        await reading;
        Assert.Null(_reading.Value);
    }

    [Fact]
    public async Task A_failure_is_said_beside_what_was_read_before_and_ends_with_the_next_success()
    {
        await ReadAsync(asked => asked.SetResult("lines"));
        await ReadAsync(asked => asked.SetException(new IOException("It is locked.")));
        Assert.Equal(("lines", "It is locked."), (_reading.Value, _reading.Failure));

        await ReadAsync(asked => asked.SetResult("more lines"));

        Assert.Equal(("more lines", ""), (_reading.Value, _reading.Failure));
    }

    [Fact]
    public async Task A_page_that_is_gone_reads_no_more_and_renders_nothing()
    {
        var reading = _reading.ReadAsync();

        _reading.Dispose();

        Assert.False(await reading);
        Assert.True(_token.IsCancellationRequested);
        Assert.False(await _reading.ReadAsync());
    }

    public void Dispose() => _reading.Dispose();

    private async Task ReadAsync(Action<TaskCompletionSource<string>> answer)
    {
        var reading = _reading.ReadAsync();
        answer(_asked.Dequeue());
        await reading;
    }
}
