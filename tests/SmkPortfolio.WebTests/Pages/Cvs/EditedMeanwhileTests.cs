using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.Pdf.Reading;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.WebTests.Hosting;
using SmkPortfolio.WebTests.Pictures;

namespace SmkPortfolio.WebTests.Pages.Cvs;

/// <summary>A student goes on writing in one window while a paper is issued in another: it shows what stood there at one moment, and so does its snapshot.</summary>
public sealed partial class EditedMeanwhileTests(PageSites sites)
{
    // Title, text and headline: two rows that are saved together.
    private const int Places = 3;

    [Theory]
    [Engines(nameof(IBlobStore.OpenReadAsync))]
    [Engines(nameof(IBlobStore.PutAsync))]
    public async Task What_is_saved_while_a_paper_is_made_stands_on_the_next_one(string engine, string moment)
    {
        var (work, entry) = await ArrangeAsync(engine);
        await WriteAsync(work, entry, 1);

        var first = await IssueAsync(work, entry, (inner, edit) => Between.Of(inner, moment, edit));
        var second = await IssueAsync(work, entry, (inner, _) => inner);

        Assert.Equal(Enumerable.Repeat("1", Places), first.Printed);
        Assert.Equal(Enumerable.Repeat("2", Places), second.Printed);
        Assert.All([first, second], AssertFrozen);
    }

    [Theory, Engines]
    public async Task Papers_issued_during_a_storm_of_changes_each_show_one_state(string engine)
    {
        var (work, entry) = await ArrangeAsync(engine);
        await WriteAsync(work, entry, 1);
        using var over = new CancellationTokenSource();
        var writing = Task.Run(async () =>
        {
            for (var number = 2; !over.IsCancellationRequested; number++)
            {
                await WriteAsync(work, entry, number);
            }
        });

        List<Issued> papers = [];
        for (var i = 0; i < 8; i++)
        {
            papers.Add(await IssueAsync(work, entry, (inner, _) => inner));
        }
        await over.CancelAsync();
        await writing;

        Assert.All(papers, paper =>
        {
            Assert.Equal(Places, paper.Printed.Count);
            Assert.Single(paper.Printed.Distinct());
            AssertFrozen(paper);
        });
    }

    /// <summary>The snapshot in the file is the one in the database and says what is printed.</summary>
    private static void AssertFrozen(Issued paper)
    {
        var attached = SealedPdf.Read(paper.File).Attachments.Single(a => a.Name == "snapshot.json").Bytes;
        Assert.Equal(paper.Row.Snapshot, attached);
        Assert.Equal(paper.Printed.Distinct(), Numbers(Encoding.UTF8.GetString(attached)).Distinct());
    }

    private async Task<(SignedWork Work, Guid Entry)> ArrangeAsync(string engine)
    {
        var work = await SignedWork.ArrangeAsync((await sites.SchoolAsync(engine)).App);
        var entry = Guid.Empty;
        await work.InAsync(async (db, services) =>
        {
            entry = await db.Entries.Where(e => e.PersonId == work.StudentId && e.LastRevisionNumber == 0).Select(e => e.Id).SingleAsync();
            var portrait = DrawnJpeg.Make(300, 400, (x, y) => [(byte)(x * 5), (byte)y, 128]);
            var stored = await services.GetRequiredService<IBlobStore>().PutAsync(work.SchoolId, new MemoryStream(portrait), portrait.Length, CancellationToken.None);
            (await db.Portfolios.SingleAsync(p => p.PersonId == work.StudentId)).SetPhoto(stored.Sha256Hex, "image/jpeg", work.By(work.StudentId));
            await db.SaveChangesAsync();
        });
        return (work, entry);
    }

    private static Task WriteAsync(SignedWork work, Guid id, int number) => work.InAsync(async (db, _) =>
    {
        var change = work.By(work.StudentId);
        var entry = await db.Entries.SingleAsync(e => e.Id == id);
        Assert.Null(entry.Edit(new ProjectDetail { Title = new Bilingual($"Meja versi {number}"), Done = new Bilingual($"Dipotong dan dilas versi {number}.") }, entry.Version, change));
        var portfolio = await db.Portfolios.SingleAsync(p => p.PersonId == work.StudentId);
        Assert.Empty(portfolio.Write(new Bilingual($"Juru las versi {number}"), Bilingual.Empty, [], portfolio.Contact, portfolio.Version, change));
        await db.SaveChangesAsync();
    });

    private static async Task<Issued> IssueAsync(SignedWork work, Guid entry, Func<IBlobStore, Func<Task>, IBlobStore> store)
    {
        Issued? issued = null;
        await work.InAsync(async (_, services) =>
        {
            var blobs = store(services.GetRequiredService<IBlobStore>(), () => WriteAsync(work, entry, 2));
            var papers = ActivatorUtilities.CreateInstance<Web.Issuing.Papers>(services, blobs, ActivatorUtilities.CreateInstance<PaperFactsLoader>(services, ActivatorUtilities.CreateInstance<PaperPictures>(services, blobs)));
            var order = new PaperOrder("id", [entry], Photo: true, BirthDate: false, Address: false, Contact: false);
            var (paper, error, unprintable) = await papers.IssueAsync(work.SchoolId, work.StudentId, order, work.By(work.StudentId), CancellationToken.None);
            Assert.True(error is null, $"{error} {string.Join(' ', unprintable)}");
            await using var stored = await services.GetRequiredService<IBlobStore>().OpenReadAsync(work.SchoolId, paper!.PdfSha256, CancellationToken.None);
            using var file = new MemoryStream();
            await stored!.CopyToAsync(file);
            issued = new Issued(paper, file.ToArray(), Numbers(await TextAsync(file.ToArray())));
        });
        return issued!;
    }

    private static async Task<string> TextAsync(byte[] pdf)
    {
        using var reading = Process.Start(new ProcessStartInfo("pdftotext", ["-raw", "-", "-"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var text = reading.StandardOutput.ReadToEndAsync();
        await reading.StandardInput.BaseStream.WriteAsync(pdf);
        reading.StandardInput.Close();
        await reading.WaitForExitAsync();
        return await text;
    }

    private static List<string> Numbers(string text) => [.. Version().Matches(text).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"versi\s+(\d+)")]
    private static partial Regex Version();

    private sealed record Issued(CvDocument Row, byte[] File, IReadOnlyList<string> Printed);
}

/// <summary>A store before whose first call of one kind something else happens.</summary>
public class Between : DispatchProxy
{
    private IBlobStore inner = null!;
    private string moment = "";
    private Func<Task>? happening;

    public static IBlobStore Of(IBlobStore inner, string moment, Func<Task> happening)
    {
        var store = Create<IBlobStore, Between>();
        ((Between)store).inner = inner;
        ((Between)store).moment = moment;
        ((Between)store).happening = happening;
        return store;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name == moment && Interlocked.Exchange(ref happening, null) is { } once)
        {
            Task.Run(once).GetAwaiter().GetResult();
        }
        return targetMethod.Invoke(inner, args);
    }
}
