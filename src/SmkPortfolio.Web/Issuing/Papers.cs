using System.Diagnostics;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using SmkPortfolio.Credentials;
using SmkPortfolio.Cv;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Settings;
using SmkPortfolio.Web.Startup;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Issuing;

/// <summary>A paper that is wanted.</summary>
public sealed record PaperRequest(Guid PersonId, PaperOrder Order);

/// <summary>The issued paper, or why there is none, with the characters that cannot be printed where that is why.</summary>
public readonly record struct PaperOutcome(CvDocument? Cv, Error? Error, IReadOnlyList<Unprintable> Unprintable)
{
    public static PaperOutcome Made(CvDocument cv) => new(cv, null, []);

    public static PaperOutcome Refused(Error error, IReadOnlyList<Unprintable>? unprintable = null) => new(null, error, unprintable ?? []);
}

/// <summary>
/// Issues papers: content frozen into a snapshot, portfolio credential over the snapshot, PDF with both and each line's credential attached,
/// sealed by the school, stored. Whatever needs no database is done for many at once on all processors; then one transaction for all of them.
/// The files are stored before it, so a row never lacks its file; a file whose rows never came is harmless.
/// </summary>
public sealed class Papers(AppDb db, IBlobStore blobs, KeyRing keys, Signing signing, PaperFactsLoader loader, PaperMaker maker, AllSettings settings, TimestampAuthority authority, TimeProvider clock, ILogger<Papers> log)
{
    /// <summary>The source of activities that say where the time goes, for whoever listens.</summary>
    public const string StepsName = "SmkPortfolio.Papers";

    internal static readonly ActivitySource Steps = new(StepsName);

    /// <summary>So many are asked for at once: what lies in memory between two transactions, and how long the one writer of SQLite is held.</summary>
    public const int MostAtOnce = 100;

    private const long LargestPdf = 25 * 1024 * 1024;

    private readonly PaperPress press = new(settings, authority);

    /// <summary>Issues one paper. The same request, made again or twice at once, gets the one that there is.</summary>
    public async Task<PaperOutcome> IssueAsync(Guid schoolId, Guid personId, PaperOrder order, Change change, CancellationToken cancel) =>
        (await IssueManyAsync(schoolId, [new PaperRequest(personId, order)], change, CompressionLevel.Optimal, cancel))[0];

    /// <summary>Issues papers for several students of a school; each that is refused is refused alone.</summary>
    /// <param name="level">Fastest for many, Optimal for one that somebody waits for.</param>
    /// <returns>One outcome for each request, in their order.</returns>
    public async Task<IReadOnlyList<PaperOutcome>> IssueManyAsync(Guid schoolId, IReadOnlyList<PaperRequest> requests, Change change, CompressionLevel level, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(requests.Count, MostAtOnce);
        var jobs = requests.Select(r => new PaperJob(r)).ToList();
        await FindIssuedAsync(schoolId, jobs, cancel);
        var school = await db.Schools.SingleAsync(s => s.Id == schoolId, cancel);
        await RefuseAsync(school, jobs, cancel);
        if (jobs.Any(j => j.IsOpen))
        {
            await MakeAsync(school, jobs, level, cancel);
            using (Steps.StartActivity("store"))
            {
                await StoreAsync(schoolId, jobs, cancel);
            }
            using (Steps.StartActivity("save"))
            {
                await SaveAsync(schoolId, jobs, change, cancel);
            }
        }
        return [.. jobs.Select(j => j.Outcome!.Value)];
    }

    /// <summary>What was asked for before and is there already.</summary>
    private async Task<int> FindIssuedAsync(Guid schoolId, IReadOnlyList<PaperJob> jobs, CancellationToken cancel)
    {
        var ids = jobs.Where(j => j.IsOpen && j.Order.RequestId is not null).Select(j => j.Order.RequestId).ToList();
        var issued = ids.Count == 0 ? [] : await db.CvDocuments.AsNoTracking().Where(c => c.SchoolId == schoolId && ids.Contains(c.RequestId)).ToListAsync(cancel);
        var found = 0;
        foreach (var job in jobs.Where(j => j.IsOpen))
        {
            if (issued.Find(c => c.RequestId == job.Order.RequestId) is { } cv)
            {
                // Somebody else's number is not a way to somebody else's paper.
                job.Outcome = cv.PersonId == job.PersonId ? PaperOutcome.Made(cv) : PaperOutcome.Refused(Error.Conflict("request-taken"));
                found++;
            }
        }
        return found;
    }

    private async Task RefuseAsync(School school, IReadOnlyList<PaperJob> jobs, CancellationToken cancel)
    {
        var people = jobs.Select(j => j.PersonId).ToList();
        var stopped = await db.Memberships.Where(m => m.SchoolId == school.Id && people.Contains(m.PersonId) && m.IssuingStopped).Select(m => m.PersonId).ToListAsync(cancel);
        foreach (var job in jobs.Where(j => j.IsOpen))
        {
            if (job.Format is null || !job.Format.Languages.Contains(job.Order.Language))
            {
                job.Refuse(Error.Invalid("unknown-choice", "format"));
            }
            else if (job.Order.Entries.Count == 0)
            {
                job.Refuse(Error.Invalid("nothing-chosen", "entries"));
            }
            else if (school.IssuesNoMore is { } closed)
            {
                job.Refuse(closed);
            }
            else if (stopped.Contains(job.PersonId))
            {
                job.Refuse(Error.Conflict("issuing-stopped"));
            }
        }
    }

    /// <summary>Gathers, then makes all papers on all processors.</summary>
    private async Task MakeAsync(School school, IReadOnlyList<PaperJob> jobs, CompressionLevel level, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        using var gather = Steps.StartActivity("gather");
        var asked = jobs.Where(j => j.IsOpen).ToList();
        var facts = await loader.LoadAsync(school, [.. asked.Select(j => j.PersonId).Distinct()], PaperWants.Of([.. asked.Select(j => j.Order)]), cancel);
        ForEach(asked, (job, _) =>
        {
            using var step = Steps.StartActivity("content");
            var source = maker.Make(facts[job.PersonId], job.Order, job.Code, now).WithAddress(facts[job.PersonId], job.Order);
            job.Source = source with { Content = CvFormats.Trim(job.Format!, source.Content) };
        }, cancel);
        var lists = await ListsAsync(school.Id, [.. asked.Where(j => j.IsOpen).SelectMany(j => j.Source!.Lines)], cancel);
        foreach (var job in asked.Where(j => j.IsOpen))
        {
            job.Lists = [.. job.Source!.Lines.Where(l => l.Credential is not null).SelectMany(l => lists.Of(l)).Distinct()];
            if (Refusal(job) is { } refusal)
            {
                job.Refuse(refusal);
            }
        }
        var open = asked.Where(j => j.IsOpen).ToList();
        if (open.Count == 0)
        {
            return;
        }
        var issuer = await keys.SchoolAsync(school, cancel);
        var desk = await signing.DeskAsync(issuer, open.Count, cancel);
        var own = desk.ListId;
        var signed = await SignedAsync(lists.All.Append(own), cancel);
        using var sealer = await keys.SealerAsync(school, cancel);
        gather?.Dispose();
        using var make = Steps.StartActivity("make");
        var making = new PaperMaking(school, issuer.Did, desk, sealer, signed, own, level, now);
        ForEach(open, (job, place) => press.Make(job, place, making), cancel);
    }

    /// <summary>On all processors. What goes wrong with one paper is that one's alone: the others are not held up by it.</summary>
    private void ForEach(IReadOnlyList<PaperJob> jobs, Action<PaperJob, int> step, CancellationToken cancel)
    {
        Parallel.For(0, jobs.Count, new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            try
            {
                step(jobs[i], i);
            }
            catch (Exception e)
            {
                log.LogError(e, "A paper could not be made for {Person}", jobs[i].PersonId);
                jobs[i].Refuse(Error.Conflict("paper-failed"));
            }
        });
    }

    /// <summary>What no check would read to its end must not be printed, and what asks for too much not for a minor.</summary>
    private static Error? Refusal(PaperJob job)
    {
        if (job.Format!.AdultsOnly && job.Source!.IsMinor)
        {
            return Error.Invalid("adults-only", "format");
        }
        if (job.Source!.Lines.Count > PaperLimits.Lines)
        {
            return Error.Invalid("too-many-lines", "entries", PaperLimits.Lines);
        }
        // One more is the paper's own, when no line is by the same list.
        return job.Lists.Count >= PaperLimits.StatusLists ? Error.Invalid("too-many-endorsers", "entries", PaperLimits.StatusLists - 1) : null;
    }

    /// <summary>The files of all papers, side by side; nothing else is begun before they are safe.</summary>
    private Task StoreAsync(Guid schoolId, IReadOnlyList<PaperJob> jobs, CancellationToken cancel) => Parallel.ForEachAsync(jobs.Where(j => j.IsOpen), cancel, async (job, stop) =>
    {
        using var content = new MemoryStream(job.Pdf);
        var stored = await blobs.PutAsync(schoolId, content, LargestPdf, stop);
        job.Cv!.Sealed(stored.Sha256Hex, stored.Size, job.Credential!.Id);
    });

    /// <summary>One transaction. Whoever asked for the same at the same time and was faster has issued it: theirs is the paper, ours is dropped.</summary>
    private async Task SaveAsync(Guid schoolId, IReadOnlyList<PaperJob> jobs, Change change, CancellationToken cancel)
    {
        if (!jobs.Any(j => j.IsOpen))
        {
            db.ChangeTracker.Clear();
            return;
        }
        foreach (var job in jobs.Where(j => j.IsOpen))
        {
            db.AddRange(job.Rows);
        }
        while (jobs.Any(j => j.IsOpen))
        {
            try
            {
                await db.SaveAsync(schoolId, [.. jobs.Where(j => j.IsOpen).Select(j => ("cv-issued", j.Id))], change, cancel);
            }
            catch (DbUpdateException e) when (!Faults.IsStorage(e) && db.Database.CurrentTransaction is null)
            {
                if (await FindIssuedAsync(schoolId, jobs, cancel) == 0)
                {
                    throw;
                }
                foreach (var row in jobs.Where(j => !j.IsOpen).SelectMany(j => j.Rows))
                {
                    db.Entry(row).State = EntityState.Detached;
                }
                continue;
            }
            foreach (var job in jobs.Where(j => j.IsOpen))
            {
                job.Outcome = PaperOutcome.Made(job.Cv!);
            }
        }
    }

    /// <summary>The lists on which the credentials of these lines and their endorsements have their places.</summary>
    private async Task<LineLists> ListsAsync(Guid schoolId, IReadOnlyList<PaperLine> lines, CancellationToken cancel)
    {
        var confirmed = lines.Where(l => l.Credential is not null).ToList();
        var entries = confirmed.Select(l => (Guid?)l.EntryId).Distinct().ToList();
        var ofEndorsers = await db.Credentials.Where(c => c.SchoolId == schoolId && entries.Contains(c.EntryId) && c.Kind == CredentialKind.Endorsement).Select(c => new { c.EntryId, c.StatusListId }).Distinct().ToListAsync(cancel);
        return new LineLists(confirmed.Select(l => (l.EntryId, l.Credential!.StatusListId)).Concat(ofEndorsers.Select(e => (e.EntryId!.Value, e.StatusListId))).ToLookup(p => p.Item1, p => p.Item2));
    }

    /// <summary>The signed files of lists; one that was opened in this unit of work is not in the database yet.</summary>
    private async Task<IReadOnlyDictionary<Guid, byte[]>> SignedAsync(IEnumerable<Guid> lists, CancellationToken cancel)
    {
        var wanted = lists.Distinct().ToList();
        var signed = await db.StatusLists.Where(l => wanted.Contains(l.Id)).Select(l => new { l.Id, l.Signed }).ToDictionaryAsync(l => l.Id, l => l.Signed, cancel);
        foreach (var list in db.StatusLists.Local.Where(l => wanted.Contains(l.Id)))
        {
            signed.TryAdd(list.Id, list.Signed);
        }
        return signed;
    }

    private sealed record LineLists(ILookup<Guid, Guid> ByEntry)
    {
        public IEnumerable<Guid> All => ByEntry.SelectMany(e => e);

        public IEnumerable<Guid> Of(PaperLine line) => ByEntry[line.EntryId];
    }
}
