using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Startup;
using SmkPortfolio.WebTests.Hosting;

namespace SmkPortfolio.WebTests.Pages;

/// <summary>A school with a badge and a paper that closes, and another one that may go on with its work.</summary>
internal sealed class ClosingSchool
{
    public const string Why = "Digabung dengan sekolah tetangga.";

    private ClosingSchool(SignedWork work, School successor, CvDocument paper, byte[] file, byte[] badge)
    {
        Work = work;
        Successor = successor;
        Paper = paper;
        File = file;
        Badge = badge;
    }

    public SignedWork Work { get; }
    public WebApp App => Work.App;
    public School Successor { get; }
    public CvDocument Paper { get; }

    /// <summary>The paper's PDF.</summary>
    public byte[] File { get; }

    /// <summary>The badge of the paper's confirmed line.</summary>
    public byte[] Badge { get; }

    public static async Task<ClosingSchool> ArrangeAsync(WebApp app, Func<PaperOrder, PaperOrder>? ask = null)
    {
        var work = await SignedWork.ArrangeAsync(app);
        var successor = await TestSchool.OpenAsync(app);
        CvDocument? paper = null;
        byte[] file = [];
        await work.InAsync(async (_, services) =>
        {
            var plain = new PaperOrder("id", [work.EntryId], Photo: false, BirthDate: false, Address: false, Contact: false);
            var order = ask is null ? plain : ask(plain);
            (paper, var error, var detail) = await services.GetRequiredService<Papers>().IssueAsync(work.SchoolId, work.StudentId, order, work.By(work.StudentId), CancellationToken.None);
            Assert.True(error is null, $"{error} {detail}");
            await using var stored = await services.GetRequiredService<IBlobStore>().OpenReadAsync(work.SchoolId, paper!.PdfSha256, CancellationToken.None);
            using var bytes = new MemoryStream();
            await stored!.CopyToAsync(bytes);
            file = bytes.ToArray();
        });
        return new ClosingSchool(work, successor.School, paper!, file, (await work.IssuedAsync()).Bytes);
    }

    /// <summary>The site's operator closes it; an hour later, so that no difference of clocks explains anything, the public pages have seen it.</summary>
    public async Task CloseAsync(string? successor)
    {
        var nodes = App.Services.GetRequiredService<OtherNodes>();
        await nodes.LookAsync(CancellationToken.None);
        Assert.Null(await TryCloseAsync(Work.SchoolId, successor));
        App.Clock.Advance(TimeSpan.FromHours(1));
        await nodes.LookAsync(CancellationToken.None);
    }

    public Task<Error?> TryCloseAsync(Guid schoolId, string? successor) => TryCloseAsync(App, schoolId, successor);

    /// <param name="by">Nobody unless told otherwise: the site's operator.</param>
    public static async Task<Error?> TryCloseAsync(WebApp app, Guid schoolId, string? successor, string why = Why, Guid by = default)
    {
        await using var scope = app.NewScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        db.Scope.SeeAllSchools();
        var school = await db.Schools.SingleAsync(s => s.Id == schoolId);
        return await scope.ServiceProvider.GetRequiredService<SchoolLife>().CloseAsync(school, successor, new Change(by, app.Clock.GetUtcNow().UtcDateTime, why), CancellationToken.None);
    }

    /// <summary>What the check of the register says of a file handed in as a machine does it.</summary>
    public async Task<(string? Verdict, string? State, string? Detail)> RegisterCheckAsync(byte[] file)
    {
        using var client = App.NewClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("id");
        using var answer = await client.PostAsync("/api/v1/verify", new ByteArrayContent(file));
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var check = json.RootElement.GetProperty("checks").EnumerateArray().Single(c => c.GetProperty("name").GetString() == "register");
        return (json.RootElement.GetProperty("verdict").GetString(), check.GetProperty("state").GetString(), check.GetProperty("detail").GetString());
    }

    /// <summary>How many credentials were ever signed in the school's circle.</summary>
    public async Task<int> SignedAsync()
    {
        var count = 0;
        await Work.InAsync(async (db, _) => count = await db.Credentials.CountAsync(c => c.SchoolId == Work.SchoolId));
        return count;
    }

    /// <summary>All who sign in the school's circle, with their keys.</summary>
    public async Task<IReadOnlyList<(Issuer Issuer, IReadOnlyList<IssuerKey> Keys)>> SignersAsync()
    {
        List<(Issuer, IReadOnlyList<IssuerKey>)> signers = [];
        await Work.InAsync(async (db, _) =>
        {
            foreach (var issuer in await db.Issuers.AsNoTracking().Where(i => i.SchoolId == Work.SchoolId).OrderBy(i => i.Kind).ToListAsync())
            {
                signers.Add((issuer, await db.IssuerKeys.AsNoTracking().Where(k => k.IssuerId == issuer.Id).OrderBy(k => k.From).ThenBy(k => k.Id).ToListAsync()));
            }
        });
        return signers;
    }
}
