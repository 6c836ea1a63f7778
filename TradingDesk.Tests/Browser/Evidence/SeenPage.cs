using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using TradingDesk.Web.Pages.Desk;

namespace TradingDesk.Tests.Browser.Evidence;

/// <summary>A page as its own route names it: the first of what it shows where it shows one of many.</summary>
/// <param name="Path">Below the desk's address.</param>
/// <param name="IsDoor">Whether it is seen before anybody sits at the desk.</param>
internal sealed partial record SeenPage(string Path, bool IsDoor)
{
    private const string DoorFolder = "TradingDesk.Web.Pages.SignIn";

    /// <summary>Every page there is, found in the program itself: a new one is among them without being named.</summary>
    public static IReadOnlyList<SeenPage> All { get; } =
    [
        .. from type in typeof(DeskPage).Assembly.GetTypes()
           from route in type.GetCustomAttributes<RouteAttribute>()
           where route.Template is not "/not-found"
           orderby route.Template
           select new SeenPage(Parameter().Replace(route.Template, "1").TrimStart('/'), type.Namespace == DoorFolder),
    ];

    public static TheoryData<string> Paths { get; } = new(All.Where(page => !page.IsDoor).Select(page => page.Path));

    /// <summary>What says that the page can be used.</summary>
    public string Ready => IsDoor ? "main.door" : DeskSession.Live;

    public string FileName => Path.Length == 0 ? "desk" : Path.Replace('/', '-');

    [GeneratedRegex("{[^}]*}")]
    private static partial Regex Parameter();
}
