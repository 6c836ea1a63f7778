namespace TradingDesk.Engine.Hosting.People;

/// <summary>
/// Passwords are hashed one at a time and waited for without a thread: the hash is slow on purpose, and many attempts at once may not take
/// the machine from the engine.
/// </summary>
/// <param name="rounds">Fewer than <see cref="PasswordHash.Rounds"/> in tests only.</param>
internal sealed class HashingQueue(int rounds) : IDisposable
{
    /// <summary>About ten seconds of hashing; who comes later is told to try again.</summary>
    private const int WaitingMost = 64;

    private readonly SemaphoreSlim _place = new(1);

    /// <summary>Nobody's: looked at for names that do not exist, so that they take as long.</summary>
    private readonly string _nobody = PasswordHash.Make(RandomText.Draw(), rounds);

    private int _waiting;

    /// <summary>Whether the password is the one kept, after the same time whatever is kept; null when too many wait.</summary>
    public async Task<bool?> IsRightAsync(string password, string kept, CancellationToken cancel)
    {
        try
        {
            if (Interlocked.Increment(ref _waiting) > WaitingMost) return null;
            await _place.WaitAsync(cancel);
            try
            {
                return await Task.Run(() => IsRight(password, kept), CancellationToken.None);
            }
            finally
            {
                _place.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>What is kept of a new password.</summary>
    public string Make(string password) => PasswordHash.Make(password, rounds);

    public void Dispose() => _place.Dispose();

    private bool IsRight(string password, string kept) =>
        PasswordHash.IsRight(password, kept.Length > 0 ? kept : _nobody) && kept.Length > 0;
}
