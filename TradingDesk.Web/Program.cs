using TradingDesk.Web;
using TradingDesk.Web.Security;

return await DeskStart.RunAsync(() =>
{
    var builder = WebApplication.CreateBuilder(
        new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.AddDeskDefaults();
    builder.Services.AddRazorComponents().AddDeskCircuits();

    var app = builder.Build();
    app.UseMiddleware<SecurityHeaders>();
    app.UseMiddleware<SameOriginCircuits>();
    app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
    app.UseAntiforgery();
    app.MapStaticAssets();
    app.MapDeskPages();
    return app;
});
