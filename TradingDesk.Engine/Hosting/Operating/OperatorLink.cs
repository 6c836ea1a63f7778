using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text.Json;

namespace TradingDesk.Engine.Hosting.Operating;

/// <summary>One caller: reads its lines, answers each when its answer is there, which need not be in their order.</summary>
internal sealed class OperatorLink(Socket caller, OperatorDesk desk) : IDisposable
{
    private const int LineMost = 16 * 1_024;

    /// <summary>Requests under way; with so many the next line is not read before one is answered.</summary>
    private const int RequestsMost = 256;

    private readonly SemaphoreSlim _free = new(RequestsMost);
    private readonly SemaphoreSlim _writing = new(1);
    private readonly NetworkStream _stream = new(caller, ownsSocket: false);

    /// <summary>Until the caller has no more to say and everything is answered, or the desk stops.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await ReadAsync(stop);
        }
        finally
        {
            // What is under way ends by itself: answered, out of patience, or stopped.
            for (var place = 0; place < RequestsMost; place++) await _free.WaitAsync(CancellationToken.None);
        }
    }

    public void Dispose()
    {
        _stream.Dispose();
        _free.Dispose();
        _writing.Dispose();
    }

    private async Task ReadAsync(CancellationToken stop)
    {
        var reader = PipeReader.Create(_stream, new StreamPipeReaderOptions(bufferSize: LineMost));
        var isOpen = true;
        while (isOpen)
        {
            var read = await reader.ReadAsync(stop);
            var rest = read.Buffer;
            while (TryTakeLine(ref rest, out var line)) await BeginAsync(line.ToArray(), stop);
            isOpen = !read.IsCompleted && rest.Length <= LineMost;
            reader.AdvanceTo(rest.Start, rest.End);
            if (rest.Length > LineMost)
                await WriteAsync(OperatorAnswer.Refused(0, "line-too-long", $"A line may have {LineMost} bytes."), stop);
        }
    }

    private static bool TryTakeLine(ref ReadOnlySequence<byte> rest, out ReadOnlySequence<byte> line)
    {
        line = default;
        if (rest.PositionOf((byte)'\n') is not { } end) return false;
        line = rest.Slice(0, end);
        rest = rest.Slice(rest.GetPosition(1, end));
        return true;
    }

    private async Task BeginAsync(byte[] line, CancellationToken stop)
    {
        await _free.WaitAsync(stop);
        _ = AnswerAsync(line, stop);
    }

    private async Task AnswerAsync(byte[] line, CancellationToken stop)
    {
        try
        {
            await WriteAsync(await desk.AnswerAsync(line, stop), stop);
        }
        catch (Exception error) when (error is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The caller is gone; under its key it can ask again.
            return;
        }
        finally
        {
            _free.Release();
        }
    }

    private async Task WriteAsync(OperatorAnswer answer, CancellationToken stop)
    {
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(answer, OperatorJson.Options), (byte)'\n'];
        await _writing.WaitAsync(stop);
        try
        {
            await _stream.WriteAsync(line, stop);
        }
        finally
        {
            _writing.Release();
        }
    }
}
