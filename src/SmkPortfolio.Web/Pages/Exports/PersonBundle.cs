using System.Globalization;
using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Web.Checker;
using SmkPortfolio.Web.Checking;
using SmkPortfolio.Web.Issuing;
using SmkPortfolio.Web.Issuing.Log;

namespace SmkPortfolio.Web.Pages.Exports;

/// <summary>
/// All that was signed about a student, with what a check needs when this site is gone: register, status lists as of now, log proofs and the page that
/// checks. Written while it is sent; nothing of it is kept here. <c>smkverify</c> and the checking page read its names.
/// </summary>
public sealed class PersonBundle(
    AppDb db, IBlobStore blobs, CredentialCopies copies, StatusLists lists, LogReader log, RegisterCache register, CheckerPage checker, TimeProvider clock)
{
    /// <summary>How many bytes of papers, and of photos and documents beside them.</summary>
    public async Task<(long Papers, long Files)> SizeAsync(Guid personId, CancellationToken cancel) => (
        await db.CvDocuments.Where(c => c.PersonId == personId && c.WithdrawnAt == null).SumAsync(c => c.PdfSize, cancel),
        await Files(personId).SumAsync(f => f.Size, cancel));

    /// <summary>Writes the ZIP.</summary>
    /// <param name="withFiles">The photos and documents too, which are most of its size.</param>
    public async Task WriteAsync(Guid personId, bool withFiles, Stream target, CancellationToken cancel)
    {
        var things = (await SignedThing.OfAsync(db, personId, cancel)).Where(t => t.Stands).ToList();
        // Before the register is read: the first JWT of an issuer makes the key that must stand in it.
        Dictionary<SignedThing, string?> jwts = [];
        foreach (var thing in things)
        {
            jwts.Add(thing, await copies.JwtAsync(thing.Credential, cancel));
        }
        var published = await register.CurrentAsync(db, cancel) ?? throw new IOException("The register cannot be read now.");
        await using var zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancel);
        var writer = new Writer(zip, clock.GetUtcNow(), cancel);
        // First what tells the rest.
        await writer.TextAsync("README.txt", BundleNotes.Of(published, clock.GetUtcNow()));
        await writer.BytesAsync("checker.html", checker.With(published));
        await writer.TextAsync("register.jws", published.Jws);
        await PapersAsync(writer, personId, cancel);
        foreach (var thing in things)
        {
            await SignedAsync(writer, thing, jwts[thing], cancel);
        }
        await ListsAsync(writer, personId, cancel);
        foreach (var revision in await db.Revisions.AsNoTracking().Where(r => db.Entries.Any(e => e.Id == r.EntryId && e.PersonId == personId && e.BinnedAt == null)).OrderBy(r => r.Id).ToListAsync(cancel))
        {
            await writer.BytesAsync($"revisions/{revision.Id}.json", revision.Bytes);
        }
        if (withFiles)
        {
            await FilesAsync(writer, personId, cancel);
        }
    }

    private async Task PapersAsync(Writer writer, Guid personId, CancellationToken cancel)
    {
        foreach (var paper in await db.CvDocuments.AsNoTracking().Where(c => c.PersonId == personId && c.WithdrawnAt == null).OrderBy(c => c.IssuedAt).ToListAsync(cancel))
        {
            await writer.FileAsync($"papers/cv-{CvCode.Written(paper.Code)}.pdf", await OpenAsync(paper.SchoolId, paper.PdfSha256, cancel));
            var credential = await db.Credentials.AsNoTracking().SingleAsync(c => c.Id == paper.CredentialId, cancel);
            if (await log.ProofAsync(credential, cancel) is { } proof)
            {
                await writer.TextAsync($"papers/cv-{CvCode.Written(paper.Code)}.tlog-proof", proof.Write());
            }
        }
    }

    private async Task SignedAsync(Writer writer, SignedThing thing, string? jwt, CancellationToken cancel)
    {
        var folder = thing.By is null ? "credentials" : "endorsements";
        await writer.BytesAsync($"{folder}/{thing.FileName}.json", thing.Credential.Bytes);
        if (await log.ProofAsync(thing.Credential, cancel) is { } proof)
        {
            await writer.TextAsync($"{folder}/{thing.FileName}.tlog-proof", proof.Write());
        }
        // A proof belongs to the file that has its name, so these are called otherwise.
        if (jwt is not null)
        {
            await writer.TextAsync($"{folder}/{thing.FileName}.vc.jwt", jwt);
        }
        if (CredentialCopies.Picture(thing.Credential) is { } picture)
        {
            await writer.BytesAsync($"{folder}/{thing.FileName}.badge.png", picture);
        }
    }

    private async Task ListsAsync(Writer writer, Guid personId, CancellationToken cancel)
    {
        // Of all that was ever signed: papers may carry versions that were replaced since.
        var wanted = await (
            from list in db.StatusLists
            join issuer in db.Issuers on list.IssuerId equals issuer.Id
            where db.Credentials.Any(c => c.SubjectPersonId == personId && c.StatusListId == list.Id)
            orderby issuer.Id, list.Number
            select new { Issuer = issuer, list.Number }).ToListAsync(cancel);
        var number = 0;
        foreach (var list in wanted)
        {
            if (await lists.PublishedAsync(list.Issuer, list.Number, cancel) is { } signed)
            {
                await writer.BytesAsync(string.Create(CultureInfo.InvariantCulture, $"status/list-{++number}.json"), signed);
            }
        }
    }

    private async Task FilesAsync(Writer writer, Guid personId, CancellationToken cancel)
    {
        foreach (var file in await Files(personId).AsNoTracking().OrderBy(f => f.EntryId).ThenBy(f => f.Position).ThenBy(f => f.Id).ToListAsync(cancel))
        {
            await writer.FileAsync($"evidence/{file.Id:N}-{SafeFileName.Clean(file.FileName)}", await OpenAsync(file.SchoolId, file.Sha256, cancel));
        }
    }

    /// <summary>What stands on the work now, and what a revision has pinned; nobody gets what the virus scanner has flagged.</summary>
    private IQueryable<Evidence> Files(Guid personId) => db.Evidence.Where(f => f.ErasedAt == null
        && !db.StoredFiles.Any(s => s.Sha256 == f.Sha256 && s.Scan == Domain.Files.ScanState.Flagged)
        && db.Entries.Any(e => e.Id == f.EntryId && e.PersonId == personId && e.BinnedAt == null && (f.RemovedAt == null || e.LastRevisionNumber > 0)));

    private async Task<Stream> OpenAsync(Guid schoolId, string sha256, CancellationToken cancel) =>
        await blobs.OpenReadAsync(schoolId, sha256, cancel) ?? throw new IOException($"The file {sha256} is not in the store.");

    /// <summary>Puts files into the archive, one after another.</summary>
    private sealed class Writer(ZipArchive zip, DateTimeOffset at, CancellationToken cancel)
    {
        public Task TextAsync(string path, string text) => BytesAsync(path, Encoding.UTF8.GetBytes(text));

        public async Task BytesAsync(string path, byte[] bytes)
        {
            await using var to = await Entry(path, path.EndsWith(".png", StringComparison.Ordinal) ? CompressionLevel.NoCompression : CompressionLevel.Optimal).OpenAsync(cancel);
            await to.WriteAsync(bytes, cancel);
        }

        public async Task FileAsync(string path, Stream file)
        {
            await using (file)
            {
                // Pictures and sealed papers are packed already.
                await using var to = await Entry(path, CompressionLevel.NoCompression).OpenAsync(cancel);
                await file.CopyToAsync(to, cancel);
            }
        }

        private ZipArchiveEntry Entry(string path, CompressionLevel level)
        {
            var entry = zip.CreateEntry(path, level);
            entry.LastWriteTime = at;
            return entry;
        }
    }
}
