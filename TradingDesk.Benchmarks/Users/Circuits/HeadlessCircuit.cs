using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace TradingDesk.Benchmarks.Users.Circuits;

/// <summary>
/// A browser without eyes: it negotiates, opens the socket, starts the page's components, answers every call of its script with nothing
/// (but says of long lists how many rows a screen has) and acknowledges every picture it is sent - or, when it is stuck, neither.
/// </summary>
internal sealed class HeadlessCircuit : IAsyncDisposable
{
    private const byte EndOfHandshake = 0x1e;
    private const long Invocation = 1;
    private const long Completion = 3;
    private const long Close = 7;
    private const long ResultIsObject = 1;

    private static readonly byte[] _ping = new PackedWriter().Array(1).Number(6).ToMessage();
    private static readonly TimeSpan _pingEvery = TimeSpan.FromSeconds(2);

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly CancellationTokenSource _enough = new();
    private readonly TaskCompletionSource<string> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool _isStuck;
    private Task _work = Task.CompletedTask;
    private long _lastObject;
    private long _lastCall;
    private long _pictures;
    private long _bytes;

    private HeadlessCircuit(bool isStuck) => _isStuck = isStuck;

    /// <summary>Pictures (batches of changes to the page) that arrived, and the bytes of all that did.</summary>
    public long Pictures => Interlocked.Read(ref _pictures);

    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>What the server ended the circuit with; empty while it lives.</summary>
    public string Failure { get; private set; } = "";

    /// <summary>Opens the page and waits for the first picture.</summary>
    public static async Task<HeadlessCircuit> OpenAsync(Uri page, string cookie, bool isStuck, TimeSpan patience)
    {
        var circuit = new HeadlessCircuit(isStuck);
        using var tooLong = CancellationTokenSource.CreateLinkedTokenSource(circuit._enough.Token);
        tooLong.CancelAfter(patience);
        try
        {
            await circuit.StartAsync(page, cookie, tooLong.Token);
            return circuit;
        }
        catch (Exception)
        {
            await circuit.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _enough.CancelAsync();
        _socket.Abort();
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _sending.Dispose();
        _enough.Dispose();
    }

    private async Task StartAsync(Uri page, string cookie, CancellationToken enough)
    {
        var origin = page.GetLeftPart(UriPartial.Authority);
        var seat = string.Create(CultureInfo.InvariantCulture, $"desk-{page.Port}={cookie}");
        using var browser = new HttpClient(new HttpClientHandler { UseCookies = false });
        browser.DefaultRequestHeaders.Add("Cookie", seat);
        browser.DefaultRequestHeaders.Add("Origin", origin);
        var read = await CircuitPage.ReadAsync(browser, page, enough);
        var negotiated = await browser.PostAsync(new Uri($"{origin}/_blazor/negotiate?negotiateVersion=1"), null, enough);
        negotiated.EnsureSuccessStatusCode();
        using var answer = JsonDocument.Parse(await negotiated.Content.ReadAsStringAsync(enough));
        var token = answer.RootElement.GetProperty("connectionToken").GetString()!;

        _socket.Options.SetRequestHeader("Cookie", seat);
        _socket.Options.SetRequestHeader("Origin", origin);
        await _socket.ConnectAsync(new Uri($"ws{origin[4..]}/_blazor?id={Uri.EscapeDataString(token)}"), enough);
        await _socket.SendAsync(
            Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, enough);
        var hello = await ReceiveAsync(enough);
        if (hello.Span[^1] != EndOfHandshake || hello.Length > 3) throw new InvalidDataException(Encoding.UTF8.GetString(hello.Span));
        _work = Task.WhenAll(ListenAsync(), PingAsync());

        await SendAsync(Call("StartCircuit", "1", 4).Text($"{origin}/").Text(page.ToString()).Text("[]").Text(read.State));
        await _started.Task.WaitAsync(enough);
        await SendAsync(Call("UpdateRootComponents", null, 2).Text(read.Components).Text(read.State));
        await _seen.Task.WaitAsync(enough);
    }

    /// <summary>Its arguments follow; the streams of a call, which no call here has, may be left out.</summary>
    private static PackedWriter Call(string target, string? id, int arguments)
    {
        var message = new PackedWriter().Array(5).Number(Invocation).EmptyMap();
        message = id is null ? message.Nothing() : message.Text(id);
        return message.Text(target).Array(arguments);
    }

    private Task SendAsync(PackedWriter message) => SendAsync(message.ToMessage());

    private async Task SendAsync(byte[] message)
    {
        await _sending.WaitAsync(_enough.Token);
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Binary, true, _enough.Token);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task PingAsync()
    {
        using var timer = new PeriodicTimer(_pingEvery);
        while (await timer.WaitForNextTickAsync(_enough.Token)) await SendAsync(_ping);
    }

    private async Task ListenAsync()
    {
        try
        {
            while (Failure.Length == 0) await HearAsync(await ReceiveAsync(_enough.Token));
        }
        catch (Exception failure) when (failure is WebSocketException or InvalidDataException or JsonException)
        {
            Fail(failure.Message);
        }
    }

    private async Task HearAsync(ReadOnlyMemory<byte> received)
    {
        foreach (var message in MessagesOf(received))
        {
            switch (message[0])
            {
                case Completion:
                    _started.TrySetResult(message[^1] as string ?? "");
                    break;
                case Invocation:
                    await ObeyAsync((string)message[3]!, (object?[])message[4]!);
                    break;
                case Close:
                    Fail(message[1] as string ?? "The server closed the circuit.");
                    break;
                default:
                    break; // Pings.
            }
        }
    }

    private static List<object?[]> MessagesOf(ReadOnlyMemory<byte> received)
    {
        var messages = new List<object?[]>();
        for (var reader = new PackedReader(received); !reader.IsAtEnd;) messages.Add(reader.Message());
        return messages;
    }

    private async Task ObeyAsync(string target, object?[] arguments)
    {
        switch (target)
        {
            case "JS.RenderBatch":
                Interlocked.Increment(ref _pictures);
                _seen.TrySetResult();
                if (_isStuck) break;
                await SendAsync(Call("OnRenderCompleted", null, 2).Number((long)arguments[0]!).Nothing());
                break;
            case "JS.BeginInvokeJS" when !_isStuck && (long)arguments[0]! is var call && call != 0:
                var result = (long)arguments[3]! == ResultIsObject
                    ? string.Create(CultureInfo.InvariantCulture, $"{{\"__jsObjectId\":{++_lastObject}}}")
                    : "null";
                await SendAsync(Call("EndInvokeJSFromDotNet", null, 3).Number(call).Flag(true)
                    .Text(string.Create(CultureInfo.InvariantCulture, $"[{call},true,{result}]")));
                if ((string)arguments[1]! == VirtualList.Begun) await SendAsync(ShowRows((string)arguments[2]!));
                break;
            case "JS.Error":
                Fail(arguments[0] as string ?? "The circuit failed.");
                break;
            default:
                break;
        }
    }

    private PackedWriter ShowRows(string listArguments) => Call("BeginInvokeDotNetFromJS", null, 5)
        .Text((++_lastCall).ToString(CultureInfo.InvariantCulture)).Nothing().Text(VirtualList.EndSeen)
        .Number(VirtualList.ObjectOf(listArguments)).Text(VirtualList.InView);

    private void Fail(string why)
    {
        Failure = why;
        _started.TrySetException(new InvalidDataException(why));
        _seen.TrySetException(new InvalidDataException(why));
    }

    private async Task<ReadOnlyMemory<byte>> ReceiveAsync(CancellationToken enough)
    {
        var buffer = new byte[4096];
        var length = 0;
        while (true)
        {
            var got = await _socket.ReceiveAsync(buffer.AsMemory(length), enough);
            if (got.MessageType == WebSocketMessageType.Close) throw new InvalidDataException("The server closed the socket.");
            length += got.Count;
            Interlocked.Add(ref _bytes, got.Count);
            if (got.EndOfMessage) return buffer.AsMemory(0, length);
            if (length == buffer.Length) Array.Resize(ref buffer, 2 * length);
        }
    }
}
