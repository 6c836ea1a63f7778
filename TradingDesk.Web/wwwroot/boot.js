// Starts Blazor so that a silent server is noticed within 6 s instead of 30 s (the server beats every 2 s).
Blazor.start({
    circuit: {
        configureSignalR: connection => connection.withServerTimeout(6000).withKeepAliveInterval(2000)
    }
});
