using System.Text;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.People;
using TradingDesk.Tests.Support;

namespace TradingDesk.Tests.Engine.Hosting.People;

/// <summary>What is sealed opens with its own key, in its own place, and nowhere else.</summary>
public sealed class SecretBoxTests : IDisposable
{
    private static readonly byte[] _secret = Encoding.ASCII.GetBytes("a seed of twenty byt");

    private readonly TempFolder _folder = new();

    [Fact]
    public void It_opens_after_a_restart_and_never_looks_the_same()
    {
        var box = Box("keys");
        var (first, second) = (box.Seal(_secret, "person 1"), box.Seal(_secret, "person 1"));

        Assert.NotEqual(first, second);
        Assert.Equal(_secret, Box("keys").Open(first, "person 1"));
    }

    [Fact]
    public void Moved_to_another_row_changed_or_under_another_key_it_stays_shut()
    {
        var text = Box("keys").Seal(_secret, "person 1");
        var bytes = Convert.FromBase64String(text);

        Assert.Null(Box("keys").Open(text, "person 2"));
        Assert.Null(Box("other").Open(text, "person 1"));
        Assert.Null(Box("keys").Open("", "person 1"));
        Assert.Null(Box("keys").Open("no base 64", "person 1"));
        for (var at = 0; at < bytes.Length; at++)
        {
            bytes[at] ^= 1;
            Assert.Null(Box("keys").Open(Convert.ToBase64String(bytes), "person 1"));
            bytes[at] ^= 1;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("zz")]
    [InlineData("00ff")]
    public void A_key_that_is_none_ends_the_start_with_a_sentence(string key)
    {
        Directory.CreateDirectory(_folder.File("keys"));
        File.WriteAllText(_folder.File("keys", "secrets.key"), key);

        var refused = Assert.Throws<DeskRefusedException>(() => Box("keys"));

        Assert.StartsWith("The key of this desk's secrets, ", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private SecretBox Box(string folder) => SecretBox.Open(_folder.File(folder, "secrets.key"));
}
