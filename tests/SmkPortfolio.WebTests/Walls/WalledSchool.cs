using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Files;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.People;
using SmkPortfolio.Domain.Portfolios;
using SmkPortfolio.Domain.Reviews;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Domain.Sharing;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.Web.Derived;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Issuing.Batches;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Log;
using SmkPortfolio.WebTests.Pages;

namespace SmkPortfolio.WebTests.Walls;

/// <summary>A school that holds at least one row of every kind: what must never be seen from another school.</summary>
internal sealed class WalledSchool
{
    // Marks by which a page that shows too much gives itself away, beside every id and code.
    private static readonly string[] Words =
        ["SMK Uji Tautan", "Dewi Lestari", "Ratna Wulandari", "Rak sepatu besi siku", "Pagar teralis rumah", "Masih draf", "Saya melihat pengelasannya", "XII LAS 1", "PT Tembok", "Bimbing Tembok", "PT Uji", "壁の中の溶接工", "Satu kelas di balik tembok", "Tiruan Tembok", "Rak di balik tembok"];

    private WalledSchool(SignedWork work) => Work = work;

    public SignedWork Work { get; }
    public CvDocument Paper { get; private set; } = null!;
    public string Token { get; private set; } = "";

    /// <summary>For the pages of a paper that is not issued yet.</summary>
    public string Ticket { get; private set; } = "";
    public Guid LinkId { get; private set; }
    public Guid GuardianId { get; } = Guid.CreateVersion7();
    public Guid OperatorId { get; private set; }
    public Guid SealId { get; private set; }
    public Guid ClassId { get; private set; }
    public Guid BatchId { get; } = Guid.CreateVersion7();
    public Guid UploadId { get; } = Guid.CreateVersion7();

    /// <summary>The class in whose name the batch keeps the paper.</summary>
    public const string BatchClass = "XII LAS 1";
    public Guid DraftId { get; private set; }

    /// <summary>The same picture on a classmate's work.</summary>
    public Guid AlikeId { get; } = Guid.CreateVersion7();

    /// <summary>Handed in and waiting for a decision.</summary>
    public Guid WaitingId { get; private set; }
    public Guid WaitingRevisionId { get; private set; }
    public Guid EndorsementId { get; private set; }

    /// <summary>A file that is still on its way to the draft.</summary>
    public IssuedCredential Badge { get; private set; } = null!;
    public IssuedCredential Signed { get; private set; } = null!;

    public static async Task<WalledSchool> ArrangeAsync(WebApp app)
    {
        var school = new WalledSchool(await SignedWork.ArrangeAsync(app, age: 17));
        school.Paper = await school.IssueAsync();
        school.Token = await school.Work.ShareAsync();
        school.Badge = await school.Work.IssuedAsync();
        school.Signed = await school.Work.IssuedAsync(CredentialKind.Endorsement);
        school.OperatorId = await school.Work.AddStaffAsync(Role.Operator);
        await school.Work.InAsync(school.FillAsync);
        await school.Work.InAsync(async (db, _) => school.SealId = await db.SchoolSeals.Where(s => s.SchoolId == school.Work.SchoolId).Select(s => s.Id).SingleAsync());
        // What is made of files is made: nothing changes by itself any more.
        await app.Services.GetRequiredService<FileWork>().RunAsync(CancellationToken.None);
        // So that there is a log proof of everything that was signed here.
        await LogBench.PublishAsync(app);
        return school;
    }

    /// <summary>Every mark of this school that must not stand on another school's page.</summary>
    public async Task<IReadOnlyList<string>> SecretsAsync()
    {
        List<string> secrets = [.. Words, Work.Npsn, Paper.Code, CvCode.Written(Paper.Code), Token];
        await Work.InAsync(async (db, _) =>
        {
            foreach (var row in await SchoolRows.OfAsync(db, Work.SchoolId))
            {
                var ids = db.Entry(row).Properties.Select(p => p.CurrentValue).OfType<Guid>().Where(id => id != Guid.Empty);
                secrets.AddRange(ids.Select(id => id.ToString()));
            }
        });
        return [.. secrets.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>All rows of the school as they stand, to see whether anything was changed.</summary>
    public async Task<string> StateAsync()
    {
        var state = "";
        await Work.InAsync(async (db, _) => state = string.Join('\n', (await SchoolRows.OfAsync(db, Work.SchoolId)).Select(row => db.Entry(row).DebugView.LongView).Order(StringComparer.Ordinal)));
        return state;
    }

    private async Task<CvDocument> IssueAsync()
    {
        CvDocument? paper = null;
        await Work.InAsync(async (_, services) =>
        {
            var order = new PaperOrder("id", [Work.EntryId], Photo: false, BirthDate: false, Address: false, Contact: false);
            (paper, var error, var detail) = await services.GetRequiredService<Papers>().IssueAsync(Work.SchoolId, Work.StudentId, order, Work.By(Work.StudentId), CancellationToken.None);
            Assert.True(error is null, $"{error} {detail}");
        });
        return paper!;
    }

    /// <summary>What the store knows of the picture.</summary>
    private async Task FileAsync(AppDb db)
    {
        var picture = await db.Evidence.SingleAsync(f => f.SchoolId == Work.SchoolId && f.Id == Work.PictureId);
        var now = Work.By(Work.StudentId).At;
        await db.TouchFileAsync(Work.SchoolId, new EvidenceFile(picture.FileName, picture.MediaType, picture.Size, picture.Sha256, 4, 3), now, CancellationToken.None);
        db.AddRange(
            Derivative.Of(Work.SchoolId, picture.Sha256, "320.webp", new string('a', 64), 1, 4, 3),
            Resemblance.Of(Work.SchoolId, picture.Sha256, new string('b', 64), 1, now));
    }

    /// <summary>A classmate has handed in the same picture.</summary>
    private async Task CopyAsync(AppDb db)
    {
        var picture = await db.Evidence.SingleAsync(f => f.SchoolId == Work.SchoolId && f.Id == Work.PictureId);
        var classmate = Person.Of(Guid.CreateVersion7(), "Tiruan Tembok");
        var entry = Entry.Begin(Work.SchoolId, Guid.CreateVersion7(), classmate.Id, new ProjectDetail { Title = new Bilingual("Rak di balik tembok"), Done = new Bilingual("Mengelas.") }, Work.By(classmate.Id).At);
        Assert.Null(entry.AddEvidence(AlikeId, new EvidenceFile(picture.FileName, picture.MediaType, picture.Size, picture.Sha256, 4, 3), 20, Work.By(classmate.Id)));
        var (revision, errors) = entry.Submit(Guid.CreateVersion7(), new byte[16], Work.By(classmate.Id));
        Assert.Empty(errors);
        db.AddRange(classmate, entry, revision!);
    }

    private async Task FillAsync(AppDb db, IServiceProvider services)
    {
        ClassId = await db.ClassGroups.Where(g => g.SchoolId == Work.SchoolId).Select(g => g.Id).SingleAsync();
        var guardian = Person.Of(GuardianId, "Sulastri Tembok");
        var guardianship = Guardianship.Of(Work.SchoolId, Guid.CreateVersion7(), GuardianId, Work.StudentId, "ibu");
        var partner = Partner.Of(Work.SchoolId, Guid.CreateVersion7(), "PT Tembok", "Semarang", "ID");
        db.AddRange(guardian, guardianship, partner, Mentor.Of(Work.SchoolId, Guid.CreateVersion7(), partner.Id, "Bimbing Tembok", "Mandor"));
        db.AddRange(Consent.Give(guardianship, Guid.CreateVersion7(), ConsentPurpose.ShareLinks, Work.By(GuardianId)), Reach.ToClass(Work.SchoolId, Guid.CreateVersion7(), Work.TeacherId, ClassId));
        var portfolio = await db.Portfolios.SingleAsync(p => p.SchoolId == Work.SchoolId);
        var stored = await services.GetRequiredService<IBlobStore>().PutAsync(Work.SchoolId, new MemoryStream(SignedWork.Picture), SignedWork.Picture.Length, CancellationToken.None);
        portfolio.SetPhoto(stored.Sha256Hex, "image/jpeg", Work.By(Work.StudentId));
        var texts = PaperTexts.Of(Work.SchoolId, Guid.CreateVersion7(), Work.StudentId, "ja", Work.By(Work.StudentId).At);
        Assert.Empty(texts.Write(new Dictionary<string, string> { [PaperTextKeys.Headline] = "壁の中の溶接工" }, texts.Version, Work.By(Work.StudentId)));
        db.PaperTexts.Add(texts);
        var order = new PaperOrder("id", [Work.EntryId], Photo: false, BirthDate: false, Address: false, Contact: false);
        Ticket = services.GetRequiredService<PaperPreviews>().TicketFor(Work.StudentId, order, ["<svg xmlns='http://www.w3.org/2000/svg'/>"u8.ToArray()]);
        var office = Work.By(Work.TeacherId);
        var batch = PaperBatch.Of(Work.SchoolId, BatchId, "Satu kelas di balik tembok", Paper.Format, Paper.Language, new BatchOrder(PaperOrder.FromJson(Paper.Order)!, ConfirmedOnly: true).ToJson(), 1, office);
        batch.Finish(office.At);
        var item = PaperBatchItem.Of(Work.SchoolId, BatchId, 1, Work.StudentId, BatchClass);
        item.Done(Paper.Id);
        db.AddRange(batch, item);
        await FileAsync(db);
        var link = await db.ShareLinks.SingleAsync(l => l.SchoolId == Work.SchoolId);
        LinkId = link.Id;
        db.ShareVisits.Add(ShareVisit.On(Work.SchoolId, link.Id, new DateOnly(2026, 11, 20), 3));
        var entries = await db.Entries.Where(e => e.SchoolId == Work.SchoolId && e.Id != Work.EntryId).ToListAsync();
        DraftId = entries.Single(e => e.State == EntryState.Draft).Id;
        db.Uploads.Add(Domain.Files.Upload.Begin(UploadId, entries.Single(e => e.Id == DraftId), "rahasia.jpg", "", 1000, office.At, TimeSpan.FromDays(2)));
        var waiting = entries.Single(e => e.State == EntryState.Submitted);
        (WaitingId, WaitingRevisionId) = (waiting.Id, waiting.SubmittedRevisionId!.Value);
        db.ReviewOpenings.Add(ReviewOpening.Of(await db.Revisions.SingleAsync(r => r.Id == Work.RevisionId), Work.By(Work.TeacherId)));
        await CopyAsync(db);
        EndorsementId = await db.Endorsements.Where(e => e.SchoolId == Work.SchoolId).Select(e => e.Id).SingleAsync();
        await db.SaveAsync(Work.SchoolId, "walled", Work.SchoolId, new Change(Work.TeacherId, Work.By(Work.TeacherId).At), CancellationToken.None);
    }
}
