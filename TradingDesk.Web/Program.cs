using TradingDesk.Engine.Hosting;
using TradingDesk.Web;
using TradingDesk.Web.Live;
using TradingDesk.Web.Security;

return await DeskStart.RunAsync(() =>
{
    var settings = EngineServices.ReadSettings(args);
    DeskComposition.TryAddresses(settings.Urls);
    var builder = WebApplication.CreateBuilder(
        new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.AddDeskDefaults();
    builder.WebHost.UseUrls(settings.Urls);
    builder.Services.AddTradingDesk(settings).AddLivePages();
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
