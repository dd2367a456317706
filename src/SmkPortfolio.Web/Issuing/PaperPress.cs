using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using SmkPortfolio.Credentials;
using SmkPortfolio.Cv;
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

/// <summary>The part of issuing that needs no database: statement, snapshot, credential, PDF and seal of one paper. Safe on many threads at once.</summary>
internal sealed class PaperPress(AllSettings settings, TimestampAuthority authority)
{
    private static readonly JsonSerializerOptions SnapshotJson = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Makes one paper, or refuses it.</summary>
    /// <param name="place">Its place among those that were taken for all of them.</param>
    public void Make(PaperJob job, int place, PaperMaking making)
    {
        var source = job.Source!;
        byte[] snapshot;
        using (Papers.Steps.StartActivity("snapshot and statement"))
        {
            source = source with { Content = source.Content with { Verification = Stated(job, source, making) } };
            snapshot = Snapshot(making.School, source, job);
        }
        IssuedCredential credential;
        using (Papers.Steps.StartActivity("credential"))
        {
            credential = Sign(job, source, snapshot, place, making);
        }
        byte[] pdf;
        try
        {
            using var _ = Papers.Steps.StartActivity("pdf and seal");
            pdf = Seal(job, source, credential, snapshot, making);
        }
        catch (MissingGlyphException missing)
        {
            job.Refuse(Error.Invalid("glyph-missing"), GlyphWords.Found(missing.Missing, [.. source.Content.Entries.Select(e => e.Title)]));
            return;
        }
        var schoolId = making.School.Id;
        var cv = CvDocument.Issue(schoolId, job.Id, job.PersonId, job.Code, job.Order.Format, job.Order.Language, source.Name, source.IsMinor, snapshot,
            source.Lines.Select((l, i) => CvLine.Of(schoolId, job.Id, i + 1, l.EntryId, l.Kind, l.Title, l.Word, l.Credential?.Id)), making.Now.UtcDateTime);
        cv.AskedBy(job.Order.RequestId ?? job.Id, job.Format!.Template, job.Order.Audience, job.Order.ToJson(), job.Order.BatchId);
        cv.ShowOnCheckPage(job.Order.ShowPhoto, job.Order.ShowBirthYear ? source.BirthYear : null);
        if (job.IsStamped)
        {
            cv.Stamped();
        }
        job.Made(cv, credential, making.Desk.Log(credential), pdf);
    }

    private IssuedCredential Sign(PaperJob job, PaperSource source, byte[] snapshot, int place, PaperMaking making)
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

    private static CvVerification Stated(PaperJob job, PaperSource source, PaperMaking making)
    {
        var check = source.Content.Verification;
        var statement = source.Stated(job.Code, making.School.Npsn, job.Order.Format, making.Now);
        return check with { Statement = PrintedStatement.Sign(check.Url, statement, making.Desk.Key) };
    }

    private byte[] Seal(PaperJob job, PaperSource source, IssuedCredential credential, byte[] snapshot, PaperMaking making)
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
        var room = making.Sealer.MaxBytes + (authority.IsSet ? SealTimestamp.MaxBytes : 0);
        return PdfWriter.Write(document, new PdfSeal(room, digest => Signed(job, digest.Span, making.Sealer), making.School.Name, "Diterbitkan oleh sekolah", making.School.City), making.Level);
    }

    /// <summary>With a time stamp where an authority is set and answers; without one the paper is as good, only its day rests on our word.</summary>
    private byte[] Signed(PaperJob job, ReadOnlySpan<byte> digest, PdfSealer sealer)
    {
        var seal = sealer.Sign(digest, authority.IsSet ? authority.Ask : null);
        job.IsStamped = seal.IsStamped;
        return seal.Cms;
    }

    private static byte[] Snapshot(School school, PaperSource source, PaperJob job)
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
}
