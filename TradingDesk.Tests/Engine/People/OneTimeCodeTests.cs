using System.Text;
using TradingDesk.Engine.People;
using TradingDesk.Engine.Primitives;

namespace TradingDesk.Tests.Engine.People;

/// <summary>Codes as every authenticator app shows them.</summary>
public sealed class OneTimeCodeTests
{
    private static readonly byte[] _secret = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>RFC 6238, appendix B, the SHA-1 rows, their last six digits.</summary>
    [Theory]
    [InlineData(59L, "287082")]
    [InlineData(1_111_111_109L, "081804")]
    [InlineData(1_111_111_111L, "050471")]
    [InlineData(1_234_567_890L, "005924")]
    [InlineData(2_000_000_000L, "279037")]
    public void They_are_those_of_the_standard(long seconds, string code)
    {
        var now = new Instant(seconds * Instant.NanosPerSecond);

        Assert.Equal(code, OneTimeCode.At(_secret, OneTimeCode.StepOf(now)));
        Assert.Equal(OneTimeCode.StepOf(now), OneTimeCode.Match(_secret, code, now, lastUsed: 0));
        Assert.Null(OneTimeCode.Match(_secret, code, now, OneTimeCode.StepOf(now)));
    }

    /// <summary>RFC 4648, section 10, without padding.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Secrets_are_written_as_apps_read_them(string bytes, string text) =>
        Assert.Equal(text, Base32.Encode(Encoding.ASCII.GetBytes(bytes)));
}
