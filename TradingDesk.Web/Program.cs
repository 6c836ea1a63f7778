using TradingDesk.Engine.Hosting;
using TradingDesk.Web;
using TradingDesk.Web.Live;
using TradingDesk.Web.Live.Health;
using TradingDesk.Web.Pages.About;
using TradingDesk.Web.Security;
using TradingDesk.Web.SignIn;

return await DeskStart.RunAsync(() =>
{
    var settings = EngineServices.ReadSettings(args);
    DeskAddresses.Try(settings.Urls);
    var builder = WebApplication.CreateBuilder(
        new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.AddDeskDefaults(settings.Urls);
    DeskAddresses.Check(settings.Urls, builder.Configuration);
    builder.WebHost.UseUrls(settings.Urls);
    builder.Services.AddTradingDesk(settings).AddLivePages().AddHealth(settings.DataFolder).AddSignIn(settings);
    builder.Services.AddRazorComponents().AddDeskCircuits();

    var app = builder.Build();
    app.UseMiddleware<SecurityHeaders>();
    app.UseExceptionHandler(FailurePage.Options);
    app.UseMiddleware<RefusalPage>();
    app.UseMiddleware<SameOriginOnly>();
    app.UseRateLimiter();
    app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
    app.UseAuthentication();
    app.UseAuthorization();
    app.UseAntiforgery();
    app.MapStaticAssets().AllowAnonymous();
    app.MapSignIn();
    app.MapLive();
    app.MapTexts();
    app.MapDeskPages();
    app.TellSetupLink();
    return app;
});
