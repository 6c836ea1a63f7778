using TradingDesk.Engine.Primitives;

namespace TradingDesk.Engine.Storage.Sqlite.People;

/// <summary>A session as it is kept: whose it is, and the hash of what their browser has to show.</summary>
/// <param name="Number">The nanosecond it began at, or the next that was free: a number is given once.</param>
/// <param name="Person">Their number.</param>
/// <param name="Stamp">The person's stamp when it began: with another one it is over.</param>
/// <param name="SecretHash">SHA-256 in hexadecimal of the cookie's 256 random bits, which need no slow hash.</param>
internal sealed record StoredSession(
    long Number, int Person, int Stamp, string SecretHash, Instant Began, Instant Active, string From, string Browser);
