using SmkPortfolio.Domain.Entries;
using SmkPortfolio.Domain.Text;

namespace SmkPortfolio.Domain.Cvs;

/// <summary>A paper that was issued: frozen content, its PDF in the evidence store, its state.</summary>
public sealed class CvDocument : ISchoolOwned
{
    private readonly List<CvLine> lines = [];

    private CvDocument()
    {
    }

    public Guid SchoolId { get; private set; }
    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }

    /// <summary>Serial without hyphen, unique everywhere.</summary>
    public string Code { get; private set; } = "";

    public string Format { get; private set; } = "";
    public string Language { get; private set; } = "";
    public string NameAsPrinted { get; private set; } = "";
    public DateTime IssuedAt { get; private set; }
    public byte[] Snapshot { get; private set; } = [];

    /// <summary>SHA-256 of the sealed file, lower-case hex; also its address in the store.</summary>
    public string PdfSha256 { get; private set; } = "";

    public long PdfSize { get; private set; }
    public Guid CredentialId { get; private set; }

    /// <summary>The holder chose to show the confirmed photo on the check page of this paper.</summary>
    public bool ShowsPhoto { get; private set; }

    /// <summary>Four digits, only when the holder chose to show it on the check page.</summary>
    public int? ShownBirthYear { get; private set; }

    public bool HolderWasMinor { get; private set; }

    /// <summary>The layout with its version, as the format names it.</summary>
    public string Template { get; private set; } = "";

    /// <summary>For whom the holder made it, in the holder's words; never printed, never public.</summary>
    public string Audience { get; private set; } = "";

    /// <summary>What was asked for, as JSON: the same again with today's facts, and what changed in between. Empty for papers of the first releases.</summary>
    public string Order { get; private set; } = "";

    /// <summary>Names the request that made it: the same request never makes two.</summary>
    public Guid? RequestId { get; private set; }

    /// <summary>The batch that it came with; null when its holder made it.</summary>
    public Guid? BatchId { get; private set; }

    /// <summary><c>B-B</c>, or <c>B-T</c> when the seal carries a time stamp of an authority (ETSI EN 319 142-1).</summary>
    public string SealLevel { get; private set; } = "B-B";

    public DateTime? WithdrawnAt { get; private set; }
    public string WithdrawalReason { get; private set; } = "";

    public IReadOnlyList<CvLine> Lines => [.. lines.OrderBy(l => l.Position)];

    public bool Stands => WithdrawnAt is null;

    public static CvDocument Issue(Guid schoolId, Guid id, Guid personId, string code, string format, string language, string nameAsPrinted, bool holderIsMinor, byte[] snapshot, IEnumerable<CvLine> lines, DateTime at)
    {
        var cv = new CvDocument
        {
            SchoolId = schoolId,
            Id = id,
            PersonId = personId,
            Code = code,
            Format = format,
            Language = language,
            NameAsPrinted = nameAsPrinted,
            HolderWasMinor = holderIsMinor,
            Snapshot = snapshot,
            IssuedAt = at,
        };
        cv.lines.AddRange(lines);
        return cv;
    }

    /// <summary>Where the paper comes from.</summary>
    public void AskedBy(Guid requestId, string template, string audience, string order, Guid? batchId) =>
        (RequestId, Template, Audience, Order, BatchId) = (requestId, template, audience, order, batchId);

    public void Stamped() => SealLevel = "B-T";

    public void Sealed(string pdfSha256, long pdfSize, Guid credentialId) => (PdfSha256, PdfSize, CredentialId) = (pdfSha256, pdfSize, credentialId);

    public void ShowOnCheckPage(bool photo, int? birthYear) => (ShowsPhoto, ShownBirthYear) = (photo, birthYear);

    /// <summary>The school no longer stands by it; a paper that its holder withdrew keeps the holder's reason.</summary>
    public void WithdrawnBySchool(string reason, DateTime at)
    {
        if (Stands)
        {
            (WithdrawnAt, WithdrawalReason) = (at, reason);
        }
    }

    public Error? Withdraw(Change by)
    {
        if (by.By != PersonId)
        {
            return Error.NotFound("cv-unknown");
        }
        if (!Stands)
        {
            return Error.Conflict("already-withdrawn");
        }
        var reason = CleanText.Line(by.Why);
        if (reason.Length > 300)
        {
            return Error.Invalid("too-long", "reason", 300);
        }
        (WithdrawnAt, WithdrawalReason) = (by.At, reason);
        return null;
    }
}

/// <summary>A line on a paper and the word it stood on.</summary>
public sealed class CvLine : ISchoolOwned
{
    private CvLine()
    {
    }

    public Guid SchoolId { get; private set; }
    public Guid CvDocumentId { get; private set; }
    public int Position { get; private set; }
    public Guid EntryId { get; private set; }
    public EntryKind Kind { get; private set; }
    public string Title { get; private set; } = "";
    public Word Word { get; private set; }

    /// <summary>The version of the school's credential behind the line; null for the student's own word.</summary>
    public Guid? CredentialId { get; private set; }

    public static CvLine Of(Guid schoolId, Guid cvDocumentId, int position, Guid entryId, EntryKind kind, string title, Word word, Guid? credentialId) => new()
    {
        SchoolId = schoolId,
        CvDocumentId = cvDocumentId,
        Position = position,
        EntryId = entryId,
        Kind = kind,
        Title = title,
        Word = word,
        CredentialId = credentialId,
    };
}
