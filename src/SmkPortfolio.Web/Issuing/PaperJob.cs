using System.IO.Compression;
using System.Security.Cryptography;
using SmkPortfolio.Credentials;
using SmkPortfolio.Cv;
using SmkPortfolio.Domain;
using SmkPortfolio.Domain.Cvs;
using SmkPortfolio.Domain.Issuing;
using SmkPortfolio.Domain.Schools;
using SmkPortfolio.Web.Wording;

namespace SmkPortfolio.Web.Issuing;

/// <summary>What all papers of one call share while they are made; only read.</summary>
internal sealed record PaperMaking(School School, string Did, SigningDesk Desk, PdfSealer Sealer, IReadOnlyDictionary<Guid, byte[]> Signed, Guid OwnList, CompressionLevel Level, DateTimeOffset Now);

/// <summary>One paper on its way; touched by one thread at a time, and only read once it has its outcome.</summary>
internal sealed class PaperJob(PaperRequest request)
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

    /// <summary>Its seal carries a time stamp.</summary>
    public bool IsStamped { get; set; }

    public IReadOnlyList<object> Rows { get; private set; } = [];

    public void Refuse(Error error, IReadOnlyList<Unprintable>? unprintable = null) => Outcome = PaperOutcome.Refused(error, unprintable);

    public void Made(CvDocument cv, IssuedCredential credential, LogEntry entry, byte[] pdf) =>
        (Cv, Credential, Pdf, Rows) = (cv, credential, pdf, [credential, entry, cv, .. cv.Lines]);
}
