using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Pages.People;

/// <summary>One's authenticator: begun with the password, taken into use with its first code, ended with its own code.</summary>
public sealed partial class AuthenticatorForm : ComponentBase
{
    private const int GroupSigns = 4;

    private string _password = "";
    private string _code = "";
    private string _secret = "";
    private string _address = "";
    private IReadOnlyList<string> _recovery = [];

    [Parameter, EditorRequired] public PeopleHand Hand { get; set; } = null!;

    [Parameter] public bool IsSet { get; set; }

    /// <summary>As it is read aloud and typed; the gaps count for nothing.</summary>
    private static string Grouped(string secret) => string.Join(' ', secret.Chunk(GroupSigns).Select(group => new string(group)));

    private async Task BeginAsync()
    {
        var password = _password;
        _password = "";
        await Hand.DoAsync("Now your app.", async (by, from) =>
        {
            var offer = await Hand.People.SecondFactor.BeginAsync(by, password, from, CancellationToken.None);
            (_secret, _address) = (offer.Secret, offer.Address);
            return offer.Answer;
        });
    }

    private async Task ConfirmAsync()
    {
        var isDone = await Hand.DoAsync("Your authenticator is in use.", (by, from) =>
        {
            var (answer, recovery) = Hand.People.SecondFactor.Confirm(by, _code, from);
            _recovery = recovery;
            return answer;
        });
        if (isDone) (_secret, _address, _code) = ("", "", "");
    }

    private async Task RemoveAsync()
    {
        await Hand.DoAsync("Your authenticator is not in use any more.",
            (by, from) => Hand.People.SecondFactor.Remove(by, _code, from));
        _code = "";
    }
}
