using System.Globalization;
using TradingDesk.Engine.People;
using TradingDesk.Web.Components.Qr;

namespace TradingDesk.Tests.Web.Components.Qr;

/// <summary>QR codes read back, and their arithmetic held to figures of the standard.</summary>
public sealed class QrCodeTests
{
    [Theory]
    [InlineData("", 1)]
    [InlineData("a", 1)]
    [InlineData("fourteen signs", 1)]
    [InlineData("fifteen signs !", 2)]
    [InlineData("₹ and नमस्ते are more bytes than signs", 4)]
    public void A_text_is_read_as_it_was_written_by_the_smallest_code_that_takes_it(string text, int version)
    {
        var reader = ReaderOf(text);

        Assert.Equal(text, reader.Read());
        Assert.Equal(version, reader.Version);
    }

    [Fact]
    public void Every_length_there_is_room_for_is_read_and_the_next_has_no_code()
    {
        for (var length = 0; length <= 180; length++)
        {
            var text = string.Concat(Enumerable.Range(0, length).Select(i => (char)('!' + ((i * 7) + length) % 90)));

            Assert.Equal(text, ReaderOf(text).Read());
        }

        Assert.Null(QrCode.Of(new string('x', 181)));
    }

    [Theory]
    [InlineData("al")]
    [InlineData("tester")]
    [InlineData("a-name_of.thirty-two-signs-as-it")]
    public void The_address_of_everybodys_authenticator_is_read(string name)
    {
        var secret = Enumerable.Range(0, OneTimeCode.SecretBytes).Select(i => (byte)(i * 13)).ToArray();
        var address = OneTimeCode.AddressOf(name, Base32.Encode(secret));

        Assert.Equal(address, ReaderOf(address).Read());
    }

    [Fact]
    public void Each_mask_is_chosen_for_some_text()
    {
        var masks = Enumerable.Range(0, 200).Select(i =>
        {
            var reader = ReaderOf($"text number {i.ToString(CultureInfo.InvariantCulture)}");
            reader.Read();
            return reader.Mask;
        });

        Assert.Equal(Enumerable.Range(0, 8), masks.Distinct().Order());
    }

    /// <summary>The checks of a code 1-M that books reckon through: HELLO WORLD.</summary>
    [Fact]
    public void Checks_are_those_of_the_example_in_the_books()
    {
        byte[] data = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17];

        Assert.Equal<byte>([196, 35, 39, 119, 235, 215, 231, 226, 93, 23], ReedSolomon.ChecksOf(data, 10));
    }

    /// <summary>ISO/IEC 18004, tables C.1 and D.1.</summary>
    [Fact]
    public void Formats_and_versions_are_those_of_the_standard()
    {
        Assert.Equal([0x5412, 0x5125, 0x5E7C, 0x5B4B, 0x45F9, 0x40CE, 0x4F97, 0x4AA0], Enumerable.Range(0, 8).Select(QrBits.FormatOf));
        Assert.Equal([0x07C94, 0x085BC, 0x09A99], Enumerable.Range(7, 3).Select(QrBits.VersionOf));
    }

    [Fact]
    public void What_misleads_a_reader_costs_what_the_standard_says()
    {
        Assert.Equal(3 + 1, QrMask.RunsOf("0111111010"));
        Assert.Equal(0, QrMask.RunsOf("01111011110"));
        Assert.Equal(40, QrMask.FalseFindersOf("1000010111011"));
        Assert.Equal(80, QrMask.FalseFindersOf("000010111010000"));
        Assert.Equal(0, QrMask.FalseFindersOf("100010111010001"));
        Assert.Equal(10 * 10, QrMask.BalanceOf(["1111", "1111"]));
        Assert.Equal(0, QrMask.BalanceOf(["1100", "0011"]));
        Assert.Equal(10 * 5, QrMask.BalanceOf(["1000", "0010"]));
    }

    [Fact]
    public void The_mask_taken_is_the_one_that_misleads_least()
    {
        const string Text = "otpauth://totp/TradingDesk:tester?secret=JBSWY3DPEHPK3PXP";
        var version = QrVersion.For(Text.Length)!;
        var grid = new QrGrid(version);
        grid.LayData(QrCodewords.Of(System.Text.Encoding.ASCII.GetBytes(Text), version));
        var penalties = Enumerable.Range(0, 8).Select(mask =>
        {
            grid.Mask(mask);
            grid.LayFormat(mask);
            var penalty = QrMask.PenaltyOf(grid);
            grid.Mask(mask);
            return penalty;
        }).ToArray();

        var reader = ReaderOf(Text);
        reader.Read();

        Assert.Equal(Array.IndexOf(penalties, penalties.Min()), reader.Mask);
        Assert.True(penalties.Distinct().Count() > 4, string.Join(' ', penalties));
    }

    private static QrReader ReaderOf(string text)
    {
        var code = QrCode.Of(text)!;
        return new QrReader(code.Size, code.IsDark);
    }
}
