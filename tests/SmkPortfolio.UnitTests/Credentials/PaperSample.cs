using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using SmkPortfolio.Credentials;
using SmkPortfolio.Credentials.Json;

namespace SmkPortfolio.UnitTests.Credentials;

/// <summary>A paper of plain values, sealed for real; every part can be changed before it is put together.</summary>
internal sealed class PaperSample
{
    public const string Id = "https://folio.example/schools/99900001/credentials/cv-1";
    public static readonly X509Certificate2 Certificate = PdfSealer.CreateCertificate("Segel", "SMK Negeri Contoh 1", Samples.Now.AddYears(-1), Samples.Now.AddYears(4));
    public static readonly PdfSealer Sealer = new(Certificate);

    private readonly List<(string Kind, string Title, string Word, byte[]? Credential)> _lines = [];

    public JsonObject Snapshot { get; } = new()
    {
        ["code"] = "7Q2MX-4K9TAB",
        ["format"] = "drh",
        ["language"] = "id",
        ["school"] = "SMK Negeri Contoh 1",
        ["name"] = "Ni Kadek Ayu Lestari",
        ["salt"] = "AAECAwQFBgcICQoLDA0ODw",
    };

    public List<PaperAttachment> Extra { get; } = [];

    public SigningKey Issuer { get; init; } = Samples.School;

    public PdfSealer Seal { get; init; } = Sealer;

    public PaperSample Line(string kind, string title, string word, OpenBadgeClaims? claims = null, SigningKey? school = null)
    {
        _lines.Add((kind, title, word, claims is null ? null : Samples.SignedBadge(claims, school)));
        return this;
    }

    public static OpenBadgeClaims LineClaims(int number, params byte[][] endorsements) => Samples.Badge(endorsements) with
    {
        Id = $"https://folio.example/schools/99900001/credentials/line-{number}",
        Status = new StatusPointer(Samples.ListOf(Samples.School), 1000 + number),
    };

    /// <summary>Own word, a teacher's, a company's and a checked certificate.</summary>
    public static PaperSample Full() => new PaperSample()
        .Line("project", "Lampu taman", "self")
        .Line("project", "Panel listrik", "teacher", LineClaims(1, Samples.SignedEndorsement(Samples.Teacher)))
        .Line("internship", "PKL", "company", LineClaims(2, Samples.SignedEndorsement(Samples.Teacher), Samples.SignedEndorsement(Samples.Mentor)))
        .Line("certification", "Sertifikat", "certificate", LineClaims(3, Samples.SignedEndorsement(Samples.Teacher), Samples.SignedEndorsement(Samples.SecondTeacher)));

    public static FakeSources Sources() => FakeSources.AllGood(Id, LineClaims(1).Id, LineClaims(2).Id, LineClaims(3).Id);

    public static IEnumerable<PaperAttachment> StapledLists() =>
        new[] { Samples.School, Samples.Teacher, Samples.SecondTeacher, Samples.Mentor }.Select((key, i) => new PaperAttachment($"status-{i + 1}.json", Samples.StatusList(key)));

    public PaperValues Build(Func<List<PaperAttachment>, List<PaperAttachment>>? change = null)
    {
        Snapshot["lines"] = JsonWrite.Array(_lines.Select(Printed));
        var snapshot = JsonWrite.Bytes(Snapshot);
        var claims = Samples.Badge() with
        {
            Id = Id,
            Issuer = new IssuerProfile(Issuer.Controller, "SMK"),
            AchievementType = OpenBadgeClaims.PortfolioType,
            Status = new StatusPointer(Samples.ListOf(Issuer), 500),
            Evidence = [new EvidencePin(Id + "#snapshot", null, "application/json", Samples.Sha256(snapshot))],
        };
        var attachments = new List<PaperAttachment> { new("credential.json", Samples.SignedBadge(claims, Issuer)), new("snapshot.json", snapshot) };
        attachments.AddRange(_lines.Where(l => l.Credential is not null).Select((l, i) => new PaperAttachment($"line-{i + 1}.json", l.Credential!)));
        attachments.AddRange(Extra);
        byte[] ranges = [1, 2, 3, 4];
        return new PaperValues
        {
            Parsed = true,
            HasSignature = true,
            CoversWholeFile = true,
            Cms = Seal.Sign(SHA256.HashData(ranges)),
            SignedRanges = [ranges.AsMemory(0, 2), ranges.AsMemory(2)],
            Attachments = change is null ? attachments : change(attachments),
            FileSha256 = new string('a', 64),
        };
    }

    private static JsonObject Printed((string Kind, string Title, string Word, byte[]? Credential) line)
    {
        var json = new JsonObject { ["kind"] = line.Kind, ["title"] = line.Title, ["word"] = line.Word };
        if (line.Credential is null) return json;
        json["credentialId"] = StrictJson.ParseObject(line.Credential).GetProperty("id").GetString();
        json["digest"] = Samples.Sha256(line.Credential);
        return json;
    }
}
