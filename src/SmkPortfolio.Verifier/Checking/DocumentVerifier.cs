using System.Security.Cryptography;
using SmkPortfolio.Credentials;
using SmkPortfolio.Pdf.Reading;

namespace SmkPortfolio.Verifier.Checking;

/// <summary>The one door from a dropped file to a verdict; the site and <c>smkverify</c> both go through it.</summary>
public static class DocumentVerifier
{
    /// <summary>Checks a PDF or a credential.</summary>
    /// <exception cref="UnknownKindException">The file is of no kind that could carry a credential.</exception>
    public static Task<VerificationReport> VerifyAsync(ReadOnlyMemory<byte> file, VerificationContext ctx, CancellationToken ct) => FileKinds.Of(file.Span) switch
    {
        FileKind.Pdf => PaperVerifier.VerifyAsync(ctx.Memo.Of("paper", file.Span, () => ReadPaper(file)), ctx, ct),
        FileKind.Json => CredentialVerifier.VerifyAsync(file, ctx, ct),
        FileKind.Jwt or FileKind.Png or FileKind.Zip => Task.FromResult(CredentialVerifier.NotSupported(ctx)),
        _ => throw new UnknownKindException(),
    };

    private static PaperValues ReadPaper(ReadOnlyMemory<byte> file)
    {
        var pdf = SealedPdf.Read(file);
        return new PaperValues
        {
            Parsed = pdf.Parsed,
            HasSignature = pdf.HasSignature,
            CoversWholeFile = pdf.CoversWholeFile,
            Cms = pdf.Cms,
            SignedRanges = pdf.SignedRanges,
            Attachments = [.. pdf.Attachments.Select(a => new PaperAttachment(a.Name, a.Bytes))],
            FileSha256 = Convert.ToHexStringLower(SHA256.HashData(file.Span)),
        };
    }
}
