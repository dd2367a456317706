using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SmkPortfolio.Credentials;
using SmkPortfolio.Cv;
using SmkPortfolio.Data;
using SmkPortfolio.Data.EvidenceFiles;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Domain.Text;
using SmkPortfolio.Pdf;
using SmkPortfolio.Web.Settings;
using SmkPortfolio.Web.Startup;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Issuing;

/// <summary>A paper that is wanted.</summary>
public sealed record PaperRequest(Guid PersonId, PaperOrder Order);

/// <summary>The issued paper, or why there is none, with a detail for the reader where one helps.</summary>
public readonly record struct PaperOutcome(CvDocument? Cv, Error? Error, string? Detail)
{
    public static PaperOutcome Refused(Error error, string? detail = null) => new(null, error, detail);
}

/// <summary>
/// Issues papers: content frozen into a snapshot, portfolio credential over the snapshot, PDF with both and each line's credential attached,
/// sealed by the school, stored. Whatever needs no database is done for many at once on all processors; then one transaction for all of them.
/// The files are stored before it, so a row never lacks its file; a file whose rows never came is harmless.
/// </summary>
public sealed class Papers(AppDb db, IBlobStore blobs, KeyRing keys, Signing signing, PaperFactsLoader loader, PaperMaker maker, AllSettings settings, TimeProvider clock, IStringLocalizer<GlyphWords> glyphs, ILogger<Papers> log)
{
    /// <summary>The source of activities that say where the time goes, for whoever listens.</summary>
    public const string StepsName = "SmkPortfolio.Papers";

    private static readonly ActivitySource Steps = new(StepsName);

    /// <summary>So many are asked for at once: what lies in memory between two transactions, and how long the one writer of SQLite is held.</summary>
    public const int MostAtOnce = 100;

    private const long LargestPdf = 25 * 1024 * 1024;

    private static readonly JsonSerializerOptions SnapshotJson = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Issues one paper. The same request, made again or twice at once, gets the one that there is.</summary>
    public async Task<PaperOutcome> IssueAsync(Guid schoolId, Guid personId, PaperOrder order, Change change, CancellationToken cancel) =>
        (await IssueManyAsync(schoolId, [new PaperRequest(personId, order)], change, CompressionLevel.Optimal, cancel))[0];

    /// <summary>Issues papers for several students of a school; each that is refused is refused alone.</summary>
    /// <param name="level">Fastest for many, Optimal for one that somebody waits for.</param>
    /// <returns>One outcome for each request, in their order.</returns>
    public async Task<IReadOnlyList<PaperOutcome>> IssueManyAsync(Guid schoolId, IReadOnlyList<PaperRequest> requests, Change change, CompressionLevel level, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(requests.Count, MostAtOnce);
        var jobs = requests.Select(r => new Job(r)).ToList();
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
    private async Task<int> FindIssuedAsync(Guid schoolId, IReadOnlyList<Job> jobs, CancellationToken cancel)
    {
        var ids = jobs.Where(j => j.IsOpen && j.Order.RequestId is not null).Select(j => j.Order.RequestId).ToList();
        var issued = ids.Count == 0 ? [] : await db.CvDocuments.AsNoTracking().Where(c => c.SchoolId == schoolId && ids.Contains(c.RequestId)).ToListAsync(cancel);
        var found = 0;
        foreach (var job in jobs.Where(j => j.IsOpen))
        {
            if (issued.Find(c => c.RequestId == job.Order.RequestId) is { } cv)
            {
                // Somebody else's number is not a way to somebody else's paper.
                job.Outcome = cv.PersonId == job.PersonId ? new PaperOutcome(cv, null, null) : PaperOutcome.Refused(Error.Conflict("request-taken"));
                found++;
            }
        }
        return found;
    }

    private async Task RefuseAsync(School school, IReadOnlyList<Job> jobs, CancellationToken cancel)
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
    private async Task MakeAsync(School school, IReadOnlyList<Job> jobs, CompressionLevel level, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        using var gather = Steps.StartActivity("gather");
        var asked = jobs.Where(j => j.IsOpen).ToList();
        var facts = await loader.LoadAsync(school, [.. asked.Select(j => j.PersonId).Distinct()], PaperWants.Of([.. asked.Select(j => j.Order)]), cancel);
        ForEach(asked, (job, _) =>
        {
            using var step = Steps.StartActivity("content");
            var source = maker.Make(facts[job.PersonId], job.Order, job.Code, now);
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
        var making = new Making(school, issuer.Did, desk, sealer, signed, own, level, now);
        ForEach(open, (job, place) => Make(job, place, making), cancel);
    }

    /// <summary>On all processors, in the language of whoever asked. What goes wrong with one paper is that one's alone: the others are not held up by it.</summary>
    private void ForEach(IReadOnlyList<Job> jobs, Action<Job, int> step, CancellationToken cancel)
    {
        var reader = CultureInfo.CurrentUICulture;
        Parallel.For(0, jobs.Count, new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            CultureInfo.CurrentUICulture = reader;
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

    private void Make(Job job, int place, Making making)
    {
        var source = job.Source!;
        byte[] snapshot;
        using (Steps.StartActivity("snapshot and statement"))
        {
            source = source with { Content = source.Content with { Verification = Stated(job, source, making) } };
            snapshot = Snapshot(making.School, source, job);
        }
        IssuedCredential credential;
        using (Steps.StartActivity("credential"))
        {
            credential = Sign(job, source, snapshot, place, making);
        }
        byte[] pdf;
        try
        {
            using var _ = Steps.StartActivity("pdf and seal");
            pdf = Seal(job, source, credential, snapshot, making);
        }
        catch (MissingGlyphException missing)
        {
            job.Refuse(Error.Invalid("glyph-missing"), GlyphWords.Say(missing.Missing, [.. source.Content.Entries.Select(e => e.Title)], glyphs));
            return;
        }
        var schoolId = making.School.Id;
        var cv = CvDocument.Issue(schoolId, job.Id, job.PersonId, job.Code, job.Order.Format, job.Order.Language, source.Name, source.IsMinor, snapshot,
            source.Lines.Select((l, i) => CvLine.Of(schoolId, job.Id, i + 1, l.EntryId, l.Kind, l.Title, l.Word, l.Credential?.Id)), making.Now.UtcDateTime);
        cv.AskedBy(job.Order.RequestId ?? job.Id, job.Format!.Template, job.Order.Audience, job.Order.ToJson(), job.Order.BatchId);
        cv.ShowOnCheckPage(job.Order.ShowPhoto, job.Order.ShowBirthYear ? source.BirthYear : null);
        job.Made(cv, credential, making.Desk.Log(credential), pdf);
    }

    private IssuedCredential Sign(Job job, PaperSource source, byte[] snapshot, int place, Making making)
    {
        var publicId = Guid.CreateVersion7();
        var site = $"{settings.PublicUrl.GetLeftPart(UriPartial.Authority)}/schools/{making.School.Npsn}";
        var uri = $"{site}/credentials/{publicId}";
        return making.Desk.Sign(place, CredentialKind.Portfolio, making.School.Id, job.PersonId, publicId, 1, status => Issuance.Prepare(new OpenBadgeClaims
        {
            Id = uri,
            Name = $"Career Work Portfolio {CvCode.Written(job.Code)}",
            Description = "Isi portofolio yang dibekukan pada kertas ini.",
            Issuer = new IssuerProfile(making.Did, making.School.Name) { Npsn = making.School.Npsn },
            ValidFrom = making.Now,
            AwardedDate = making.Now,
            SubjectId = $"urn:uuid:{job.PersonId}",
            SubjectName = source.Name,
            AchievementId = $"{site}/achievements/{publicId}",
            AchievementType = OpenBadgeClaims.PortfolioType,
            AchievementName = "Career Work Portfolio",
            AchievementDescription = "Kertas ini menunjukkan isi portofolio pada saat diterbitkan; tiap baris berdiri atas kata yang disebut.",
            CriteriaNarrative = "Diterbitkan dari portofolio yang disimpan sekolah.",
            Language = "id",
            Evidence = [new EvidencePin($"{uri}#snapshot", "snapshot.json", "application/json", Convert.ToHexStringLower(SHA256.HashData(snapshot)))],
            Status = status,
        })).ForCv(job.Id);
    }

    /// <summary>What no check would read to its end must not be printed, and what asks for too much not for a minor.</summary>
    private static Error? Refusal(Job job)
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

    private static CvVerification Stated(Job job, PaperSource source, Making making)
    {
        var check = source.Content.Verification;
        var lines = source.Lines.Select(l => new StatementLine(EntryNames.Of(l.Kind), l.Title, EntryNames.Of(l.Word))).ToList();
        var statement = new PaperStatement(job.Code, source.Name, making.School.Npsn, job.Order.Format, making.Now, lines);
        return check with { Statement = PrintedStatement.Sign(check.Url, statement, making.Desk.Key) };
    }

    private static byte[] Seal(Job job, PaperSource source, IssuedCredential credential, byte[] snapshot, Making making)
    {
        List<PdfAttachment> attachments =
        [
            new("credential.json", "application/json", "Verifiable credential of this paper", credential.Bytes, "Data"),
            new("snapshot.json", "application/json", "What was printed, frozen", snapshot, "Data"),
        ];
        var confirmed = source.Lines.Where(l => l.Credential is not null).ToList();
        attachments.AddRange(confirmed.Select((l, i) => new PdfAttachment($"line-{i + 1}.json", "application/json", $"Credential of the line {l.Title}", l.Credential!.Bytes, "Supplement")));
        // The lists that say, as of now, that nothing on this paper is withdrawn: for checkers without a network.
        attachments.AddRange(job.Lists.Append(making.OwnList).Distinct().Order()
            .Select((list, i) => new PdfAttachment($"status-{i + 1}.json", "application/json", "Status list as of printing", making.Signed[list], "Supplement")));
        var document = job.Format!.Render(source.Content, source.Options) with { Attachments = attachments, Id = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(credential.Uri))[..16] };
        return PdfWriter.Write(document, new PdfSeal(making.Sealer.MaxBytes, digest => making.Sealer.Sign(digest.Span), making.School.Name, "Diterbitkan oleh sekolah", making.School.City), making.Level);
    }

    /// <summary>The files of all papers, side by side; nothing else is begun before they are safe.</summary>
    private Task StoreAsync(Guid schoolId, IReadOnlyList<Job> jobs, CancellationToken cancel) => Parallel.ForEachAsync(jobs.Where(j => j.IsOpen), cancel, async (job, stop) =>
    {
        using var content = new MemoryStream(job.Pdf);
        var stored = await blobs.PutAsync(schoolId, content, LargestPdf, stop);
        job.Cv!.Sealed(stored.Sha256Hex, stored.Size, job.Credential!.Id);
    });

    /// <summary>One transaction. Whoever asked for the same at the same time and was faster has issued it: theirs is the paper, ours is dropped.</summary>
    private async Task SaveAsync(Guid schoolId, IReadOnlyList<Job> jobs, Change change, CancellationToken cancel)
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
                job.Outcome = new PaperOutcome(job.Cv, null, null);
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

    private static byte[] Snapshot(School school, PaperSource source, Job job)
    {
        var document = new JsonObject
        {
            ["schema"] = "smkportfolio/snapshot/1",
            ["code"] = job.Code,
            ["format"] = job.Order.Format,
            ["template"] = job.Format!.Template,
            ["language"] = job.Order.Language,
            ["school"] = new JsonObject { ["npsn"] = school.Npsn, ["name"] = school.Name },
            ["name"] = source.Name,
            ["content"] = JsonSerializer.SerializeToNode(source.Content, SnapshotJson),
            ["lines"] = new JsonArray([.. source.Lines.Select(l => (JsonNode)Line(l))]),
            ["salt"] = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
        };
        return CanonicalJson.Bytes(document);
    }

    private static JsonObject Line(PaperLine line)
    {
        var node = new JsonObject { ["kind"] = EntryNames.Of(line.Kind), ["title"] = line.Title, ["word"] = EntryNames.Of(line.Word) };
        if (line.Credential is { } credential)
        {
            node["credentialId"] = credential.Uri;
            node["digest"] = credential.Sha256;
        }
        return node;
    }

    /// <summary>What all papers of one call share while they are made; only read.</summary>
    private sealed record Making(School School, string Did, SigningDesk Desk, PdfSealer Sealer, IReadOnlyDictionary<Guid, byte[]> Signed, Guid OwnList, CompressionLevel Level, DateTimeOffset Now);

    private sealed record LineLists(ILookup<Guid, Guid> ByEntry)
    {
        public IEnumerable<Guid> All => ByEntry.SelectMany(e => e);

        public IEnumerable<Guid> Of(PaperLine line) => ByEntry[line.EntryId];
    }

    /// <summary>One paper on its way; touched by one thread at a time.</summary>
    private sealed class Job(PaperRequest request)
    {
        public Guid Id { get; } = Guid.CreateVersion7();
        public string Code { get; } = CvCode.From(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)));
        public CvFormat? Format { get; } = CvFormats.Find(request.Order.Format);
        public Guid PersonId => request.PersonId;
        public PaperOrder Order => request.Order;
        public bool IsOpen => Outcome is null;
        public PaperOutcome? Outcome { get; set; }
        public PaperSource? Source { get; set; }
        public IReadOnlyList<Guid> Lists { get; set; } = [];
        public CvDocument? Cv { get; private set; }
        public IssuedCredential? Credential { get; private set; }
        public byte[] Pdf { get; private set; } = [];
        public IReadOnlyList<object> Rows { get; private set; } = [];

        public void Refuse(Error error, string? detail = null) => Outcome = PaperOutcome.Refused(error, detail);

        public void Made(CvDocument cv, IssuedCredential credential, LogEntry entry, byte[] pdf) =>
            (Cv, Credential, Pdf, Rows) = (cv, credential, pdf, [credential, entry, cv, .. cv.Lines]);
    }
}
