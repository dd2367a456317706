using SmkPortfolio.Web.Accounts;
using SmkPortfolio.Web.Checking;
using SmkPortfolio.Web.Derived;
using SmkPortfolio.Web.Pages.Batches;
using SmkPortfolio.Web.Pages.Cvs;
using SmkPortfolio.Web.Pages.Exports;
using SmkPortfolio.Web.Pages.Files;
using SmkPortfolio.Web.Pages.Reviews;
using SmkPortfolio.Web.Pages.Shared;
using SmkPortfolio.Web.Pages.Trust;
using SmkPortfolio.Web.Settings;
using SmkPortfolio.Web.Sharing;
using SmkPortfolio.Web.Uploads;

namespace SmkPortfolio.Web.Startup;

/// <summary>What the slices add beside their pages: services, middleware, endpoints. One line each.</summary>
public static class Slices
{
    public static void AddSlices(this WebApplicationBuilder builder, AllSettings settings)
    {
        var services = builder.Services;
        services.AddScoped<KeptForms>();
        services.AddChecking();
        services.AddSharing();
        services.AddTrust();
        services.AddScoped<PersonBundle>();
        services.AddScoped<FileParts>().AddScoped<ErasableFiles>();
        services.AddScoped<PreviewWords>();
        services.AddScoped<BatchPack>().AddScoped<PrintRun>().AddScoped<Reasons>();
        services.AddScoped<Demo.Seeder>().AddScoped<Demo.EntryReplay>().AddScoped<Demo.PortraitStore>().AddScoped<Demo.DemoFiles>().AddScoped<Demo.AbroadReplay>().AddScoped<Demo.PaperReplay>().AddScoped<Demo.Samples>();
        services.AddSingleton(_ => new Pictures.PictureCodec(Environment.ProcessorCount));
        services.AddScoped<Uploads.EvidenceReceiver>();
        services.AddUploads(settings);
        services.AddDerived(settings);
        services.AddScoped<AlikeWorks>();
    }

    public static void UseSlices(this WebApplication app)
    {
    }

    public static void MapSlices(this WebApplication app)
    {
        app.MapTrust();
        app.MapEvidence();
        app.MapPreviews();
        app.MapUploads();
        app.MapShapes();
        app.MapAlike();
    }
}
