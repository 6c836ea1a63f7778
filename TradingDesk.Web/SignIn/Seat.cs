using TradingDesk.Engine.Commands;
using TradingDesk.Engine.People;

namespace TradingDesk.Web.SignIn;

/// <summary>Who sits at this circuit.</summary>
/// <param name="find">Asks the session anew each time, so that what was revoked is over at once.</param>
public sealed class Seat(Func<Sitter?> find)
{
    /// <summary>In nobody's name every command is refused.</summary>
    private static readonly Principal _nobody = new("nobody", -1);

    /// <summary>The person, or null when their session is over.</summary>
    public Sitter? Sitter => find();

    public Principal Principal => Sitter?.Principal ?? _nobody;
}
