using Microsoft.AspNetCore.Components;
using TradingDesk.Engine.Commands;

namespace TradingDesk.Web.Pages.Orders;

/// <summary>The desk's answer to what was asked of it last.</summary>
public sealed partial class AnswerLine : ComponentBase
{
    [Parameter, EditorRequired] public AccountHand Hand { get; set; } = null!;

    private static string Css(CommandReceipt answer) => answer switch
    {
        { Accepted: true } => "",
        { Code: "unconfirmed" } => "tone-warn",
        _ => "tone-bad",
    };
}
