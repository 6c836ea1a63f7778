using System.Collections.Concurrent;
using System.Globalization;
using TradingDesk.Engine.Hosting;
using TradingDesk.Engine.Hosting.People;
using TradingDesk.Engine.Hosting.Settings;
using TradingDesk.Engine.People;

namespace TradingDesk.Tests.Support;

/// <summary>The first person of a test's desk, made before the desk starts, and the cookies by which browsers are theirs.</summary>
internal static class TestPerson
{
    public const string Name = "tester";
    public const string Password = "plum kettle orbit 9";

    private static readonly Caller _machine = new("127.0.0.1", "a test");
    private static readonly ConcurrentDictionary<string, string> _cookies = new(StringComparer.Ordinal);

    /// <summary>Signs in on a data folder that no desk has open, and makes the person first where there is none.</summary>
    public static string SignInOn(string dataFolder)
    {
        using var people = new PeopleDesk(SettingsOf(dataFolder), TimeProvider.System);
        if (people.Persons.HasNobody) return people.Persons.SetUp(people.Persons.SetupToken, Name, Password, _machine).Cookie;
        return people.SignIn.BeginAsync(Name, Password, _machine, CancellationToken.None).GetAwaiter().GetResult().Cookie;
    }

    /// <summary>The desk at that address knows this cookie.</summary>
    public static void IsAt(string address, string cookie) => _cookies[new Uri(address).Authority] = cookie;

    /// <summary>As a browser is given it over http.</summary>
    public static string CookieNameAt(string address) => string.Create(CultureInfo.InvariantCulture, $"desk-{new Uri(address).Port}");

    public static string CookieAt(string address) => _cookies[new Uri(address).Authority];

    public static DeskSettings SettingsOf(string dataFolder, params string[] more)
    {
        var sources = new SettingSources { Arguments = ["--TRADINGDESK_DATA", dataFolder, .. more] };
        Assert.True(DeskSettings.TryRead(sources, out var settings, out _));
        return settings!;
    }
}
