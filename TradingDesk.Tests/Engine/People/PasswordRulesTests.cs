using TradingDesk.Engine.People;

namespace TradingDesk.Tests.Engine.People;

/// <summary>Which passwords are taken.</summary>
public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("plum kettle orbit 9")]
    [InlineData("xK9#vQ2!mZ7w")]
    [InlineData("walnut ferry 61 lamp")]
    public void Long_and_unlikely_ones(string password) => Assert.Equal("", PasswordRules.Refuse(password, "owner"));

    [Theory]
    [InlineData("short one 1")]
    [InlineData("password1234")]
    [InlineData("Passw0rd!2026")]
    [InlineData("aaaaaaaaaaaaaaa")]
    [InlineData("my owner is 61 lamps")]
    [InlineData("123456789012")]
    public void Not_those_that_everybody_tries_first(string password) => Assert.NotEqual("", PasswordRules.Refuse(password, "owner"));

    [Fact]
    public void Nor_longer_than_what_is_hashed() =>
        Assert.NotEqual("", PasswordRules.Refuse(string.Concat(Enumerable.Repeat("plum kettle 9", 10)), "owner"));
}
