using System.Buffers.Text;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using TradingDesk.Engine.Hosting.People;
using TradingDesk.Engine.People;
using TradingDesk.Engine.Primitives;
using TradingDesk.Tests.Engine.Hosting.People;
using TradingDesk.Tests.Processes;
using TradingDesk.Tests.Support;
using static TradingDesk.Tests.Web.Startup.DoorCalls;

namespace TradingDesk.Tests.Web.Startup;

/// <summary>
/// A whole life of people at a desk - set up, an authenticator, an invitation, both ways in, mistakes, a backup - and then everything that
/// was typed or drawn is searched for in every file there is, however it may be written.
/// </summary>
[Collection(ProcessCollection.Name)]
public sealed partial class CanarySecretsTests : IDisposable
{
    private const string WrongPassword = "wrong canary word 77";
    private const string AnnsPassword = "walnut ferry 61 lamp";
    private const string InAnAddress = "canary-token-in-an-address";
    private const string WrongCode = "CANARYWRONGCODE7";

    private static readonly CancellationToken _cancel = TestContext.Current.CancellationToken;
    private static readonly Caller _machine = new("127.0.0.1", "a test");

    private readonly TempFolder _folder = new();
    private readonly List<string> _secrets = [TestPerson.Password, WrongPassword, AnnsPassword, InAnAddress, WrongCode];
    private readonly StringBuilder _consoles = new();

    private string Data => _folder.File("data");

    [Fact]
    public async Task Secrets_lie_in_no_file_no_log_no_backup_and_on_no_console()
    {
        Directory.CreateDirectory(Data);
        var setup = await SetUpAsync();
        var (secret, used, recovery, invitation) = await TrustAsync();

        await using (var desk = DeskProcess.LaunchNewOn(Data))
        {
            await ComeInAsync(desk, CodeAfter(secret, used));
            await ComeInAsync(desk, recovery[0]);
            await MistakeAsync(desk);
            await AcceptAsync(desk, invitation);
            BackUp();
            _secrets.Add(TokenIn(Cli.CliRun.Of("people", "password", "ann", "--data", Data).Out));
            await EndAsync(desk);
        }

        Assert.Equal(23, _secrets.Count);
        Assert.All(_secrets, one => Assert.DoesNotContain(one, _consoles.ToString(), StringComparison.Ordinal));
        _secrets.Add(setup); // The console is where it belongs.
        SearchEveryFile([.. _secrets.SelectMany(FormsOf), secret]);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>The first person, by the console's link; gives the link's secret.</summary>
    private async Task<string> SetUpAsync()
    {
        await using var desk = DeskProcess.LaunchNewOn(Data);
        using var client = await ClientOf(desk);
        await Patience.UntilAsync(() => Task.FromResult(desk.Output.Contains("/setup?link=", StringComparison.Ordinal)),
            TimeSpan.FromSeconds(30), "the console shows the link");
        var token = TokenIn(desk.Output);
        using var answer = await SendAsync(client, $"/setup?link={token}", "setup", ("Person", TestPerson.Name),
            ("Password", TestPerson.Password));
        KeepCookie(answer);
        await EndAsync(desk);
        return token;
    }

    /// <summary>What only pages of a circuit do, done beside a desk that stands still.</summary>
    private async Task<(byte[] Secret, long Used, string[] Recovery, string Invitation)> TrustAsync()
    {
        using var people = new PeopleDesk(TestPerson.SettingsOf(Data), TimeProvider.System);
        var begun = await people.SignIn.BeginAsync(TestPerson.Name, TestPerson.Password, _machine, _cancel);
        var owner = people.Sessions.Find(begun.Cookie)!;
        var offer = await people.SecondFactor.BeginAsync(owner, TestPerson.Password, _machine, _cancel);
        var (secret, step) = (PeopleUnderTest.BytesOf(offer.Secret), OneTimeCode.StepOf(Instant.From(TimeProvider.System.GetUtcNow())));
        var (confirmed, recovery) = people.SecondFactor.Confirm(owner, OneTimeCode.At(secret, step), _machine);
        Assert.True(confirmed.IsDone, confirmed.Sentence);
        var invitation = people.Persons.Add(owner, "ann", Roles.Viewer, ["PAPER-1"], _machine);
        Assert.True(invitation.IsDone, invitation.Sentence);
        _secrets.AddRange([begun.Cookie.Split('.')[1], offer.Secret, invitation.Sentence, .. recovery]);
        return (secret, step, [.. recovery], invitation.Sentence);
    }

    private async Task ComeInAsync(DeskProcess desk, string code)
    {
        using var client = await ClientOf(desk);
        using var asked = await SignInAsync(client, TestPerson.Password);
        var ticket = Ticket().Match(await asked.Content.ReadAsStringAsync(_cancel)).Groups[1].Value;
        using var wrong = await SendAsync(client, "/sign-in", "code", ("Ticket", ticket), ("Code", WrongCode));
        Assert.Contains("That is not the code", await wrong.Content.ReadAsStringAsync(_cancel), StringComparison.Ordinal);
        using var answer = await SendAsync(client, "/sign-in", "code", ("Ticket", ticket), ("Code", code));
        KeepCookie(answer);
    }

    private static async Task MistakeAsync(DeskProcess desk)
    {
        using var client = await ClientOf(desk);
        using var wrong = await SignInAsync(client, WrongPassword);
        using var link = await AskAsync(client, $"/invitation?link={InAnAddress}");
        using var setup = await AskAsync(client, $"/setup?link={InAnAddress}");
        using var none = await AskAsync(client, $"/no-such-page?link={InAnAddress}");
    }

    private async Task AcceptAsync(DeskProcess desk, string invitation)
    {
        using var client = await ClientOf(desk);
        using var answer = await SendAsync(client, $"/invitation?link={invitation}", "invitation", ("Password", AnnsPassword));
        KeepCookie(answer);
    }

    /// <summary>Unpacked beside the data, where it is searched with it.</summary>
    private void BackUp()
    {
        var made = Cli.CliRun.Of("backup", _folder.File("backup.zip"), "--data", Data);
        Assert.True(made.ExitCode == 0, made.Error);
        _consoles.Append(made.Out);
        ZipFile.ExtractToDirectory(_folder.File("backup.zip"), _folder.File("backup"));
        _consoles.Append(Cli.CliRun.Of("people", "--data", Data).Out).Append(Cli.CliRun.Of("people", "--json", "--data", Data).Out);
    }

    private async Task EndAsync(DeskProcess desk)
    {
        desk.Send(ProcessSignal.Terminate);
        Assert.Equal(0, await desk.ExitCodeAsync());
        _consoles.Append(desk.Errors).Append(desk.Output);
    }

    private void SearchEveryFile(byte[][] needles)
    {
        var files = Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories);
        string[] wanted = ["people.db", "journal.db", "candles.db", "secrets.key", ".jsonl", ".tape", "backup.json"];
        Assert.All(wanted, end => Assert.Contains(files, file => file.EndsWith(end, StringComparison.Ordinal)));
        var key = File.ReadAllBytes(Array.Find(files, file => file.EndsWith("secrets.key", StringComparison.Ordinal))!);
        var isSeen = false;
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            isSeen |= bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(TestPerson.Name)) >= 0;
            Assert.All(needles, needle =>
                Assert.True(bytes.AsSpan().IndexOf(needle) < 0, $"{file} holds {Encoding.Latin1.GetString(needle)}."));
            var isKey = file.EndsWith("secrets.key", StringComparison.Ordinal);
            Assert.True(isKey || bytes.AsSpan().IndexOf(key) < 0, $"{file} holds the key of secrets.");
        }

        Assert.True(isSeen, "What is no secret is found, so the search works.");
    }

    /// <summary>As text, as a database or a crash may keep text, as a form sends it, and as the bytes that were drawn.</summary>
    private static IEnumerable<byte[]> FormsOf(string secret)
    {
        yield return Encoding.UTF8.GetBytes(secret);
        yield return Encoding.Unicode.GetBytes(secret);
        yield return Encoding.UTF8.GetBytes(WebUtility.UrlEncode(secret));
        yield return Encoding.UTF8.GetBytes(Uri.EscapeDataString(secret));
        yield return Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)));
        if (secret.Length >= 40 && Base64Url.IsValid(secret)) yield return Base64Url.DecodeFromChars(secret);
    }

    /// <summary>Each code counts once: the newest that is taken.</summary>
    private static string CodeAfter(byte[] secret, long used) =>
        OneTimeCode.At(secret, Math.Max(used + 1, OneTimeCode.StepOf(Instant.From(TimeProvider.System.GetUtcNow()))));

    private void KeepCookie(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var cookie = CookiesOf(answer).Single(cookie => cookie.StartsWith("desk-", StringComparison.Ordinal));
        _secrets.Add(cookie.Split('=')[1].Split(';')[0].Split('.')[1]);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        HttpClient client, string path, string form, params (string Name, string Value)[] fields)
    {
        var token = await TokenOf(client, path);
        return await PostAsync(client, path,
            [KeyValuePair.Create("_handler", form), .. token, .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))],
            client.BaseAddress!.GetLeftPart(UriPartial.Authority));
    }

    private static string TokenIn(string text) => Link().Match(text) is { Success: true } match
        ? match.Groups[1].Value
        : throw new InvalidOperationException($"There is no link in: {text}");

    [GeneratedRegex(@"\?link=([\w-]+)")]
    private static partial Regex Link();

    [GeneratedRegex("name=\"Ticket\" value=\"([^\"]+)\"")]
    private static partial Regex Ticket();
}
