using System.Security.Cryptography;
using SmkPortfolio.Credentials;
using SmkPortfolio.Credentials.Foreign;
using SmkPortfolio.Pdf.Reading;

namespace SmkPortfolio.Verifier.Checking;

/// <summary>The one door from a dropped file to a verdict; the site and <c>smkverify</c> both go through it.</summary>
public static class DocumentVerifier
{
    /// <summary>Checks a PDF, or a credential as JSON, as JWT or baked into a PNG.</summary>
    /// <exception cref="UnknownKindException">The file is of no kind that could carry a credential.</exception>
    public static Task<VerificationReport> VerifyAsync(ReadOnlyMemory<byte> file, VerificationContext ctx, CancellationToken ct) => FileKinds.Of(file.Span) switch
    {
        FileKind.Pdf => PaperVerifier.VerifyAsync(ctx.Memo.Of("paper", file.Span, () => ReadPaper(file)), ctx, ct),
        FileKind.Json => CredentialVerifier.VerifyAsync(file, ctx, ct),
        FileKind.Jwt => CredentialVerifier.VerifyJwtAsync(file, ctx, ct),
        FileKind.Png => VerifyPngAsync(file, ctx, ct),
        FileKind.Zip => Task.FromResult(CredentialVerifier.NotSupported(ctx)),
        _ => throw new UnknownKindException(),
    };

    // The badge is what is baked in; the picture around it is signed by nobody.
    private static Task<VerificationReport> VerifyPngAsync(ReadOnlyMemory<byte> file, VerificationContext ctx, CancellationToken ct)
    {
        var png = BakedPng.Read(file);
        if (!png.IsReadable) return Task.FromResult(CredentialVerifier.Refused(ctx, Verdict.Altered, "picture-unreadable"));
        if (png.IsOldBadge) return Task.FromResult(CredentialVerifier.NotSupported(ctx));
        if (png.Credential is not { } credential) return Task.FromResult(CredentialVerifier.Refused(ctx, Verdict.NotCheckable, "picture-empty"));
        return FileKinds.Of(credential.Span) switch
        {
            FileKind.Json => CredentialVerifier.VerifyAsync(credential, ctx, ct),
            FileKind.Jwt => CredentialVerifier.VerifyJwtAsync(credential, ctx, ct),
            _ => Task.FromResult(CredentialVerifier.Refused(ctx, Verdict.Altered, "malformed")),
        };
    }

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
