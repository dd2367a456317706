using System.Security.Cryptography.X509Certificates;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using SmkPortfolio.Data;
using SmkPortfolio.Web.Access;
using SmkPortfolio.Web.Accounts;
using SmkPortfolio.Web.Forms;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Issuing.Batches;
using SmkPortfolio.Web.Issuing.Log;
using SmkPortfolio.Web.Keeping;
using SmkPortfolio.Web.Localisation;
using SmkPortfolio.Web.Settings;

namespace SmkPortfolio.Web.Startup;

/// <summary>Puts the parts together.</summary>
public static class Services
{
    public const string VerifyLimit = "verify";
    public const string SignInLimit = "sign-in";

    public static void AddSmkPortfolio(this WebApplicationBuilder builder, AllSettings settings)
    {
        MakeRoot(settings.Root);
        // One form may carry all files of an entry, or one clip.
        var evidence = Math.Max(settings.Limits.EvidenceBytes * settings.Limits.FilesPerEntry, settings.Limits.ClipBytes);
        var services = builder.Services;
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Of a file that comes faster than it is written; a sixteenth of the usual, for many come at once.
            kestrel.Limits.MaxRequestBufferSize = 64 * 1024;
            kestrel.Limits.MaxRequestBodySize = Math.Max(settings.Limits.VerifyTotalBytes, evidence) + (1024 * 1024);
        });
        services.AddSingleton(settings).AddSingleton(settings.Limits).AddSingleton(settings.Log);
        services.AddSingleton(TimeProvider.System);
        AddData(services, settings);
        AddSessions(services, settings, builder.Environment);
        services.Configure<FormOptions>(form =>
        {
            form.MultipartBodyLengthLimit = evidence;
            form.ValueLengthLimit = 512 * 1024;
        });
        services.AddAutoMapper(mapping =>
        {
            mapping.LicenseKey = settings.AutoMapper.LicenseKey;
            mapping.AddMaps(typeof(Services).Assembly);
        });
        services.AddHttpContextAccessor();
        services.AddScoped<Actor>();
        services.AddSmkLocalisation().AddSmkForms();
        services.AddRazorPages(pages =>
        {
            pages.Conventions.AuthorizeFolder("/", Policies.SignedIn);
            foreach (var slice in typeof(Services).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(ISliceAccess))))
            {
                ((ISliceAccess)Activator.CreateInstance(slice)!).Configure(pages.Conventions);
            }
        });
        services.AddMvcCore(mvc => mvc.Filters.Add<RestoredForms>());
        services.AddProblemDetails();
        services.AddOpenApi();
        services.AddSmkCompression();
        services.AddOutputCache(cache => cache.AddPolicy(PublicPages.Policy, new PublicPages()));
        services.AddRateLimiter(limiter => Limit(limiter, settings));
        services.AddScoped<KeyRing>().AddScoped<StatusLists>().AddScoped<Signing>().AddScoped<Endorsing>().AddScoped<Registry>().AddScoped<KeyLife>().AddScoped<SchoolLife>().AddScoped<Reissuing>().AddScoped<Standing>().AddScoped<KeyBackup>().AddScoped<CredentialCopies>().AddScoped<KeyCommands>().AddScoped<SchoolCommands>().AddScoped<EvidenceCommands>().AddScoped<StoreCheck>().AddScoped<StoreTidying>().AddScoped<Erasing>().AddScoped<PaperPictures>().AddScoped<PaperFactsLoader>().AddScoped<PaperMaker>().AddScoped<PaperContent>().AddScoped<PaperPreviews>().AddSingleton<PreviewMemory>().AddScoped<Papers>();
        services.AddSingleton<KeyProtection>().AddSingleton<KeySafe>().AddSingleton<TimestampAuthority>();
        AddSeals(services, settings.Keys);
        services.AddSingleton<Preparation>();
        services.AddHostedService(provider => provider.GetRequiredService<Preparation>());
        services.AddHostedService<Housekeeping>().AddHostedService<StatusKeeping>();
        services.AddScoped<LogName>().AddScoped<LogSequencer>().AddScoped<LogReader>().AddSingleton<SignedCheckpoint>().AddSingleton<LogTileCache>();
        services.AddSingleton<LogPublishing>().AddHostedService(provider => provider.GetRequiredService<LogPublishing>());
        services.AddScoped<PaperBatches>().AddScoped<BatchChunks>().AddSingleton<BatchWork>().AddHostedService(provider => provider.GetRequiredService<BatchWork>());
        services.AddSingleton<OtherNodes>().AddHostedService(provider => provider.GetRequiredService<OtherNodes>());
        builder.AddSlices(settings);
    }

    private static void MakeRoot(string root)
    {
        try
        {
            Directory.CreateDirectory(root);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"Storage:Root names a folder that cannot be made: '{root}'.");
        }
    }

    private static void AddData(IServiceCollection services, AllSettings settings)
    {
        if (settings.Database.Provider == "postgres")
        {
            Named("Database:ConnectionString is not a connection string of PostgreSQL, such as Host=db.example;Database=folio;Username=folio.", () => services.AddPostgres(settings.Database.ConnectionString));
        }
        else
        {
            if (settings.Database.ConnectionString is { Length: > 0 } file && !file.StartsWith("file:", StringComparison.Ordinal) && !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))))
            {
                throw new SettingException($"Database:ConnectionString names a file in a folder that does not exist: '{file}'.");
            }
            services.AddSqlite(settings.Database.ConnectionString.Length > 0 ? settings.Database.ConnectionString : Path.Combine(settings.Root, "smkportfolio.db"));
        }
        if (settings.Evidence.Provider == "azure")
        {
            Named("Evidence:ConnectionString is not a connection string of Azure Storage.", () => services.AddAzureEvidence(settings.Evidence.ConnectionString, settings.Evidence.ServiceUrl, settings.Evidence.Container));
        }
        else
        {
            services.AddDiskEvidence(Path.Combine(settings.Root, "evidence"));
        }
    }

    private static void Named(string sentence, Action add)
    {
        try
        {
            add();
        }
        catch (FormatException)
        {
            throw new SettingException(sentence);
        }
    }

    private static void AddSeals(IServiceCollection services, KeysSettings keys)
    {
        services.AddScoped<OwnSeals>();
        if (keys.SealFolder.Length == 0)
        {
            services.AddScoped<ISeals>(provider => provider.GetRequiredService<OwnSeals>());
            return;
        }
        PfxSeals.Check(keys);
        services.AddScoped<ISeals, PfxSeals>();
    }

    private static void AddSessions(IServiceCollection services, AllSettings settings, IHostEnvironment environment)
    {
        var ring = services.AddDataProtection().SetApplicationName("SmkPortfolio").PersistKeysToAppDb(postgres: settings.Database.Provider == "postgres");
        if (settings.Keys.ProtectionCertificate.Length > 0)
        {
            try
            {
                ring.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(settings.Keys.ProtectionCertificate, settings.Keys.ProtectionCertificatePassword));
            }
            catch (System.Security.Cryptography.CryptographicException)
            {
                throw new SettingException("Keys:ProtectionCertificate cannot be opened with Keys:ProtectionCertificatePassword.");
            }
        }
        services.AddIdentityCore<Account>(identity =>
            {
                identity.User.RequireUniqueEmail = false;
                identity.Password.RequiredLength = 10;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireDigit = false;
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
            })
            .AddAccountStores()
            .AddClaimsPrincipalFactory<ClaimsFactory>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "smk.session";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
            cookie.SlidingExpiration = true;
            cookie.LoginPath = "/account/login";
            cookie.LogoutPath = "/account/logout";
            cookie.AccessDeniedPath = "/account/login";
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.Events.OnRedirectToLogin = SessionEnds.ChallengeAsync;
            cookie.Events.OnRedirectToAccessDenied = SessionEnds.ForbidAsync;
        });
        services.AddAntiforgery(token =>
        {
            token.Cookie.Name = "smk.form";
            token.Cookie.SecurePolicy = environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        });
        services.AddAuthorization(Policies.Define);
    }

    private static void Limit(RateLimiterOptions limiter, AllSettings settings)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = async (context, cancel) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "60";
            await TooManyPage.WriteAsync(context.HttpContext, cancel);
        };
        limiter.AddPolicy(VerifyLimit, context => Window(context, settings.VerifyPerMinute));
        limiter.AddPolicy(SignInLimit, context => HttpMethods.IsPost(context.Request.Method) ? Window(context, settings.SignInPerMinute) : RateLimitPartition.GetNoLimiter("read"));
    }

    private static RateLimitPartition<string> Window(HttpContext context, int perMinute) => perMinute == 0
        ? RateLimitPartition.GetNoLimiter("off")
        : RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });
}
