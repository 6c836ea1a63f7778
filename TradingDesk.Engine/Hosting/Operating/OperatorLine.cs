using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace TradingDesk.Engine.Hosting.Operating;

/// <summary>A caller's end of the socket: one request at a time, each waited for.</summary>
internal sealed class OperatorLine : IDisposable
{
    private readonly Socket _socket;
    private readonly StreamReader _reader;
    private long _lastId;

    private OperatorLine(Socket socket) =>
        (_socket, _reader) = (socket, new StreamReader(new NetworkStream(socket, ownsSocket: false), Encoding.UTF8));

    /// <summary>Null with a sentence when no desk answers there.</summary>
    public static OperatorLine? TryOpen(string dataFolder, out string refusal)
    {
        refusal = "";
        var path = OperatorSocket.PathIn(dataFolder);
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(path));
            return new OperatorLine(socket);
        }
        catch (Exception error) when (error is SocketException or IOException or ArgumentException)
        {
            socket.Dispose();
            var why = error is SocketException { SocketErrorCode: SocketError.AccessDenied }
                ? "it belongs to another user" : error.Message.TrimEnd('.');
            refusal = File.Exists(path) || error is ArgumentException
                ? $"The desk on {dataFolder} cannot be reached through {path}: {why}." : $"No desk is running on {dataFolder}.";
            return null;
        }
    }

    /// <summary>Sends a request and waits for its answer; a desk that goes away meanwhile is an IOException.</summary>
    public async Task<OperatorAnswer> AskAsync(OperatorRequest request, CancellationToken stop)
    {
        request = request with { Id = ++_lastId };
        byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(request, OperatorJson.Options), (byte)'\n'];
        try
        {
            for (var sent = 0; sent < line.Length;) sent += await _socket.SendAsync(line.AsMemory(sent), stop);
        }
        catch (SocketException error)
        {
            throw new IOException("The desk has gone away.", error);
        }

        return await ReadAsync(stop);
    }

    public void Dispose()
    {
        _reader.Dispose();
        _socket.Dispose();
    }

    private async Task<OperatorAnswer> ReadAsync(CancellationToken stop)
    {
        while (await _reader.ReadLineAsync(stop) is { } text)
        {
            var answer = JsonSerializer.Deserialize<OperatorAnswer>(text, OperatorJson.Options)!;
            if (answer.Id == _lastId || answer.Id == 0) return answer;
        }

        throw new IOException("The desk has gone away.");
    }
}
