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
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Issuing;

/// <summary>
/// Issues a paper: content frozen into a snapshot, portfolio credential over the snapshot, PDF with both and each line's credential
/// attached, sealed by the school, stored. One transaction; the file is stored before it, so a row never lacks its file.
/// </summary>
public sealed class Papers(AppDb db, IBlobStore blobs, KeyRing keys, Signing signing, PaperContent contents, AllSettings settings, TimeProvider clock, IStringLocalizer<GlyphWords> glyphs)
{
    private const long LargestPdf = 25 * 1024 * 1024;

    private static readonly JsonSerializerOptions SnapshotJson = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The issued paper, or why there is none, with a detail for the reader where one helps.</summary>
    public async Task<(CvDocument? Cv, Error? Error, string? Detail)> IssueAsync(Guid schoolId, Guid personId, PaperOrder order, Change change, CancellationToken cancel)
    {
        if (CvFormats.Find(order.Format) is not { } format || !format.Languages.Contains(order.Language))
        {
            return (null, Error.Invalid("unknown-choice", "format"), null);
        }
        if (order.Entries.Count == 0)
        {
            return (null, Error.Invalid("nothing-chosen", "entries"), null);
        }
        var school = await db.Schools.SingleAsync(s => s.Id == schoolId, cancel);
        if (school.IssuesNoMore is { } closed)
        {
            return (null, closed, null);
        }
        if (await db.Memberships.AnyAsync(m => m.SchoolId == schoolId && m.PersonId == personId && m.IssuingStopped, cancel))
        {
            return (null, Error.Conflict("issuing-stopped"), null);
        }
        var now = clock.GetUtcNow();
        var code = CvCode.From(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)));
        var source = await contents.GatherAsync(school, personId, order, code, now, cancel);
        if (await TooMuchAsync(source, cancel) is { } refusal)
        {
            return (null, refusal, null);
        }
        var id = Guid.CreateVersion7();
        var publicId = Guid.CreateVersion7();
        var issuer = await keys.SchoolAsync(school, cancel);
        source = source with { Content = CvFormats.Trim(format, source.Content) };
        source = source with { Content = source.Content with { Verification = await StatedAsync(school, source, order, code, now, issuer, cancel) } };
        var snapshot = Snapshot(school, source, order, format, code);
        var site = settings.PublicUrl.GetLeftPart(UriPartial.Authority);
        var credentialUri = $"{site}/schools/{school.Npsn}/credentials/{publicId}";
        var credential = (await signing.SignAsync(CredentialKind.Portfolio, issuer, schoolId, personId, publicId, 1, status => new OpenBadgeClaims
        {
            Id = credentialUri,
            Name = $"Career Work Portfolio {CvCode.Written(code)}",
            Description = "Isi portofolio yang dibekukan pada kertas ini.",
            Issuer = new IssuerProfile(issuer.Did, school.Name) { Npsn = school.Npsn },
            ValidFrom = now,
            AwardedDate = now,
            SubjectId = $"urn:uuid:{personId}",
            SubjectName = source.Name,
            AchievementId = $"{site}/schools/{school.Npsn}/achievements/{publicId}",
            AchievementType = OpenBadgeClaims.PortfolioType,
            AchievementName = "Career Work Portfolio",
            AchievementDescription = "Kertas ini menunjukkan isi portofolio pada saat diterbitkan; tiap baris berdiri atas kata yang disebut.",
            CriteriaNarrative = "Diterbitkan dari portofolio yang disimpan sekolah.",
            Language = "id",
            Evidence = [new EvidencePin($"{credentialUri}#snapshot", "snapshot.json", "application/json", Convert.ToHexStringLower(SHA256.HashData(snapshot)))],
            Status = status,
        }, cancel)).ForCv(id);

        byte[] pdf;
        try
        {
            pdf = await SealAsync(school, format, source, credential, snapshot, cancel);
        }
        catch (MissingGlyphException missing)
        {
            db.ChangeTracker.Clear();
            return (null, Error.Invalid("glyph-missing"), GlyphWords.Say(missing.Missing, [.. source.Content.Entries.Select(e => e.Title)], glyphs));
        }
        var cv = CvDocument.Issue(schoolId, id, personId, code, order.Format, order.Language, source.Name, source.IsMinor, snapshot,
            source.Lines.Select((l, i) => CvLine.Of(schoolId, id, i + 1, l.EntryId, l.Kind, l.Title, l.Word, l.Credential?.Id)), now.UtcDateTime);
        using var content = new MemoryStream(pdf);
        var stored = await blobs.PutAsync(schoolId, content, LargestPdf, cancel);
        cv.Sealed(stored.Sha256Hex, stored.Size, credential.Id);
        cv.AskedBy(order.RequestId ?? id, format.Template, order.Audience, order.ToJson(), order.BatchId);
        cv.ShowOnCheckPage(order.ShowPhoto, order.ShowBirthYear ? source.BirthYear : null);
        db.CvDocuments.Add(cv);
        await db.SaveAsync(schoolId, "cv-issued", id, change, cancel);
        return (cv, null, null);
    }

    /// <summary>What no check would read to its end must not be printed.</summary>
    private async Task<Error?> TooMuchAsync(PaperSource source, CancellationToken cancel)
    {
        if (source.Lines.Count > PaperLimits.Lines)
        {
            return Error.Invalid("too-many-lines", "entries", PaperLimits.Lines);
        }
        // One more is the paper's own, when no line is by the same list.
        var lists = await ListsOfAsync([.. source.Lines.Select(l => l.Credential).OfType<IssuedCredential>()], cancel);
        return lists.Count >= PaperLimits.StatusLists ? Error.Invalid("too-many-endorsers", "entries", PaperLimits.StatusLists - 1) : null;
    }

    private async Task<CvVerification> StatedAsync(School school, PaperSource source, PaperOrder order, string code, DateTimeOffset now, Issuer issuer, CancellationToken cancel)
    {
        var check = source.Content.Verification;
        var lines = source.Lines.Select(l => new StatementLine(EntryNames.Of(l.Kind), l.Title, EntryNames.Of(l.Word))).ToList();
        var statement = new PaperStatement(code, source.Name, school.Npsn, order.Format, now, lines);
        return check with { Statement = PrintedStatement.Sign(check.Url, statement, await keys.SigningKeyAsync(issuer, cancel)) };
    }

    private async Task<byte[]> SealAsync(School school, CvFormat format, PaperSource source, IssuedCredential credential, byte[] snapshot, CancellationToken cancel)
    {
        List<PdfAttachment> attachments =
        [
            new("credential.json", "application/json", "Verifiable credential of this paper", credential.Bytes, "Data"),
            new("snapshot.json", "application/json", "What was printed, frozen", snapshot, "Data"),
        ];
        var confirmed = source.Lines.Where(l => l.Credential is not null).ToList();
        attachments.AddRange(confirmed.Select((l, i) => new PdfAttachment($"line-{i + 1}.json", "application/json", $"Credential of the line {l.Title}", l.Credential!.Bytes, "Supplement")));
        var lists = await StapledAsync(credential, [.. confirmed.Select(l => l.Credential!)], cancel);
        attachments.AddRange(lists.Select((bytes, i) => new PdfAttachment($"status-{i + 1}.json", "application/json", "Status list as of printing", bytes, "Supplement")));
        var document = format.Render(source.Content, source.Options) with { Attachments = attachments, Id = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(credential.Uri))[..16] };
        using var sealer = await keys.SealerAsync(school, cancel);
        return PdfWriter.Write(document, new PdfSeal(sealer.MaxBytes, digest => sealer.Sign(digest.Span), school.Name, "Diterbitkan oleh sekolah", school.City), CompressionLevel.Optimal);
    }

    /// <summary>The lists that say, as of now, that nothing on this paper is withdrawn: for checkers without a network.</summary>
    private async Task<IReadOnlyList<byte[]>> StapledAsync(IssuedCredential paper, IReadOnlyList<IssuedCredential> lines, CancellationToken cancel)
    {
        var wanted = (await ListsOfAsync(lines, cancel)).Append(paper.StatusListId).Distinct().ToList();
        var stored = await db.StatusLists.Where(l => wanted.Contains(l.Id)).ToListAsync(cancel);
        stored.AddRange(db.StatusLists.Local.Where(l => wanted.Contains(l.Id) && !stored.Contains(l)));
        return [.. stored.OrderBy(l => l.Id).Select(l => l.Signed)];
    }

    private async Task<IReadOnlyList<Guid>> ListsOfAsync(IReadOnlyList<IssuedCredential> lines, CancellationToken cancel)
    {
        var entries = lines.Select(l => l.EntryId).ToList();
        var ofEndorsers = await db.Credentials.Where(c => entries.Contains(c.EntryId) && c.Kind == CredentialKind.Endorsement).Select(c => c.StatusListId).Distinct().ToListAsync(cancel);
        return [.. ofEndorsers.Concat(lines.Select(l => l.StatusListId)).Distinct()];
    }

    private static byte[] Snapshot(School school, PaperSource source, PaperOrder order, CvFormat format, string code)
    {
        var document = new JsonObject
        {
            ["schema"] = "smkportfolio/snapshot/1",
            ["code"] = code,
            ["format"] = order.Format,
            ["template"] = format.Template,
            ["language"] = order.Language,
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
}
