using Microsoft.AspNetCore.Components;

namespace TradingDesk.Web.Pages.SignIn;

/// <summary>What somebody sees who asks for a page of a role they do not hold.</summary>
public sealed partial class NotYours : ComponentBase;
