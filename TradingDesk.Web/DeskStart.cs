using Microsoft.AspNetCore.Connections;
using TradingDesk.Engine.Hosting;

namespace TradingDesk.Web;

/// <summary>The one place where a start that cannot succeed becomes a sentence for a person and the exit code 1.</summary>
internal static class DeskStart
{
    public static async Task<int> RunAsync(Func<WebApplication> compose)
    {
        StartRefusal? late = null;
        try
        {
            var app = compose();
            late = app.Services.GetService<StartRefusal>();
            await app.RunAsync();
            if (late?.Told is { } refused) throw refused;
            return Environment.ExitCode;
        }
        catch (Exception failure) when (Explain(late?.Told ?? failure) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return 1;
        }
    }

    /// <summary>Null means nobody foresaw this failure: it leaves the process with its stack trace.</summary>
    internal static string? Explain(Exception failure) => failure switch
    {
        IOException { InnerException: AddressInUseException } bind =>
            $"TradingDesk cannot start: {Decapitalised(bind.Message)} "
            + "Stop the other program, or choose another address, for example --Urls http://127.0.0.1:5081.",
        DeskRefusedException refused => $"TradingDesk cannot start: {refused.Message}",
        _ => null,
    };

    private static string Decapitalised(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
